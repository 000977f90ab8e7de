;;; A session in Emacs with eglot, run by other-editors.test.ts:
;;;   emacs --batch -l CONFIGURATION -l eglot.el
;;; The variable RAPPORTEUR_SESSION holds JSON, as neovim.lua says; what Emacs showed is written to the file `answer`.

(require 'cl-lib)
(require 'json)
(require 'xref)
(require 'flymake)
(require 'eglot)

(defconst patience 30)

(defvar session
  (let ((json-object-type 'alist) (json-array-type 'list) (json-key-type 'symbol))
    (json-read-from-string (getenv "RAPPORTEUR_SESSION"))))

(defun of (key) (alist-get key session))

(defun wait-for (what holds)
  "Lets the server talk until HOLDS answers something; WHAT is what was waited for."
  (let ((until (+ (float-time) patience)) held)
    (while (not (or (setq held (funcall holds)) (> (float-time) until)))
      (accept-process-output nil 0.02))
    (or held (error "Waited in vain for %s" what))))

(defun go-to (words)
  "Puts point on the first of WORDS."
  (goto-char (point-min))
  (unless (search-forward words nil t) (error "The draft has no \"%s\"" words))
  (goto-char (match-beginning 0)))

(defun findings ()
  (mapcar
   (lambda (diagnostic)
     (let ((data (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
       `((code . ,(plist-get data :code))
         (severity . ,(aref ["" "error" "warn" "info" "hint"] (plist-get data :severity)))
         (text . ,(buffer-substring-no-properties
                   (flymake-diagnostic-beg diagnostic) (flymake-diagnostic-end diagnostic))))))
   (flymake-diagnostics)))

(defun place (file line)
  "The name of FILE and the text of its LINE, which counts from 1."
  (with-current-buffer (find-file-noselect file)
    (save-excursion
      (goto-char (point-min))
      (forward-line (1- line))
      `((file . ,(file-name-nondirectory file))
        (line . ,(string-trim (buffer-substring-no-properties (line-beginning-position) (line-end-position))))))))

(defun places (references)
  (mapcar
   (lambda (reference)
     (let ((location (xref-item-location reference)))
       (place (xref-location-group location) (xref-location-line location))))
   references))

(defun choose-action (title)
  "Runs the code action at point whose title has TITLE in it."
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt items &rest _)
               (or (cl-find-if (lambda (offered) (string-search title offered)) (mapcar #'car items))
                   (error "Offered is %S" (mapcar #'car items))))))
    (let ((last-nonmenu-event t))
      (eglot-code-actions (point) (point) nil t))))

(defun text-of (file)
  (with-current-buffer (find-file-noselect file)
    (buffer-substring-no-properties (point-min) (point-max))))

(defun run ()
  (let ((file (of 'draft)) (folder (file-name-directory (of 'draft))) answer)
    (cl-flet ((note (key value) (push (cons key value) answer)))
      (switch-to-buffer (find-file-noselect file))
      ;; What Emacs does when a command has ended: nobody gives commands here.
      (run-hooks 'post-command-hook)
      (wait-for "the server" (lambda () (eglot-current-server)))
      (flymake-start)
      (wait-for "findings" #'flymake-diagnostics)
      (note 'findings (vconcat (findings)))

      (go-to (of 'wrong))
      (choose-action (of 'fix))
      (eglot--signal-textDocument/didChange)
      (flymake-start)
      (wait-for "the findings to go" (lambda () (null (flymake-diagnostics))))

      (go-to (of 'complete))
      (forward-char (length (of 'complete)))
      (let ((found (eglot-completion-at-point)))
        (note 'completions
              (vconcat (mapcar #'substring-no-properties
                               (all-completions
                                (buffer-substring-no-properties (nth 0 found) (nth 1 found)) (nth 2 found))))))

      (go-to (of 'explain))
      (let (shown)
        (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown text)))
        (note 'hover (substring-no-properties (wait-for "a hover" (lambda () shown)))))

      (go-to (of 'explain))
      (note 'definitions (vconcat (places (xref-backend-definitions 'eglot "LSP identifier at point."))))
      (go-to (of 'explain))
      (note 'references (vconcat (places (xref-backend-references 'eglot "LSP identifier at point."))))

      (let ((rename (of 'rename)))
        (go-to (alist-get 'words rename))
        (cl-letf (((symbol-function 'y-or-n-p) #'always))
          (eglot-rename (alist-get 'name rename)))
        (note 'renamed
              (mapcar (lambda (name) (cons (intern name) (text-of (expand-file-name name folder))))
                      (of 'files))))

      (eglot-format-buffer)
      (note 'formatted (text-of file)))
    answer))

(let ((answer (condition-case failure (run) (error `((error . ,(error-message-string failure)))))))
  (with-temp-file (of 'answer) (insert (json-encode answer))))
;; Emacs asks about nothing that was not saved.
(kill-emacs)
