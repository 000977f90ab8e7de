import { wordFileOf } from './word-files';

/** The same plan as programs write it: the name of the file, and what is in it. */
export const PLAN_FORMS = {
  markdown: [
    'plan.md',
    `# Harbour security plan

Adopted on 3 March 2024.

## 1. Ports

### Action 1: Scan containers

**Main actors:** Europol, Commission

The Commission will set up a network of scanners by mid-2024.[^1] Member States should co-operate with Europol.

1. Europol to publish a report by 31 July 2024;
2. Member States to train inspectors by the end of 2025.

### Action 2: Train inspectors

**Main actors:** CEPOL

- CEPOL will open a course in autumn 2024.
- Eurojust will report every two years.

## 2. Money

### Action 3: Follow the money

| Milestone | Target date | Responsible |
| --- | --- | --- |
| Register of accounts | June 2025 | Commission |
| Guide for banks | Q4 2025 | Europol |

[^1]: See the annex.
`,
  ],
  pandocGrid: [
    'plan.md',
    `---
title: Harbour security plan
---

Harbour security plan
=====================

Adopted on 3 March 2024.

1\\. Ports {#ports .unnumbered}
--------

### Action 1: Scan containers {#action-1}

**Main actors:** Europol, Commission

The Commission will set up a network of scanners by
mid-2024.[^1] Member States should co-operate with
Europol.

1.  Europol to publish a report by 31 July
    2024;

2.  Member States to train inspectors by the end of 2025.

### Action 2: Train inspectors {#action-2 .unnumbered}

**Main actors:** CEPOL

-   CEPOL will open a course in autumn 2024.

-   Eurojust will report every two years.

2\\. Money {#money}
--------

### Action 3: Follow the money

+----------------------+-------------+-------------+
| Milestone            | Target date | Responsible |
+======================+=============+=============+
| Register of          | June 2025   | Commission  |
| accounts             |             |             |
+----------------------+-------------+-------------+
| Guide for banks      | Q4 2025     | Europol     |
+----------------------+-------------+-------------+

[^1]: See the annex.
`,
  ],
  pandocSimple: [
    'plan.md',
    `# Harbour security plan

Adopted on 3 March 2024.

## 1. Ports

### Action 1: Scan containers

**Main actors:** Europol, Commission

The Commission will set up a network of scanners by mid-2024.[^1] Member States should co-operate with Europol.

1)  Europol to publish a report by 31 July 2024;
2)  Member States to train inspectors by the end of 2025.

### Action 2: Train inspectors

**Main actors:** CEPOL

* CEPOL will open a course in autumn 2024.
* Eurojust will report every two years.

## 2. Money

### Action 3: Follow the money

  Milestone              Target date   Responsible
  ---------------------- ------------- -------------
  Register of accounts   June 2025     Commission
  Guide for banks        Q4 2025       Europol

  : Milestones

[^1]: See the annex.
`,
  ],
  pandocMultiline: [
    'plan.md',
    `# Harbour security plan

Adopted on 3 March 2024.

## 1. Ports

### Action 1: Scan containers

**Main actors:** Europol, Commission

The Commission will set up a network of scanners by mid-2024.[^1] Member States should co-operate with Europol.

#.  Europol to publish a report by 31 July 2024;
#.  Member States to train inspectors by the end of 2025.

### Action 2: Train inspectors

| **Main actors:** CEPOL

- CEPOL will open a course in autumn 2024.
- Eurojust will report every two years.

## 2. Money

### Action 3: Follow the money

  ------------------------------------------------
  Milestone         Target date   Responsible
  ----------------- ------------- ----------------
  Register of       June 2025     Commission
  accounts                        

  Guide for banks   Q4 2025       Europol
  ------------------------------------------------

[^1]: See the annex.
`,
  ],
  googleMarkdown: [
    'plan.md',
    `# **Harbour security plan** {#harbour-security-plan}

Adopted on 3 March 2024\\.

## **1\\. Ports** {#1.-ports}

### **Action 1: Scan containers** {#action-1:-scan-containers}

**Main actors:** Europol, Commission

The Commission will set up a network of scanners by mid-2024.[^1] Member States should co-operate with Europol.  

1. Europol to publish a report by 31 July 2024;  
2. Member States to train inspectors by the end of 2025\\.

### **Action 2: Train inspectors**

**Main actors:** CEPOL

* CEPOL will open a course in autumn 2024\\.  
* Eurojust will report every two years.

## **2\\. Money**

### **Action 3: Follow the money**

| Milestone | Target date | Responsible |
| :---- | :---- | :---- |
| Register of accounts | June 2025 | Commission |
| Guide for banks | Q4 2025 | Europol |

[^1]:  See the annex.
`,
  ],
  wordFiltered: [
    'plan.htm',
    `<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><meta name=Generator content="Microsoft Word 15 (filtered)"><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=EN-GB link="#0563C1" style='word-wrap:break-word'>
<div class=WordSection1>
<p class=MsoTitle>Harbour security plan</p>
<p class=MsoNormal><span lang=EN-US>Adopted on 3&nbsp;March 2024.</span></p>
<h2>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span><span lang=EN-US>Ports</span></h2>
<h3><a name="_Toc1">Action 1: Scan containers</a></h3>
<p class=MsoNormal><b>Main actors:</b> Europol,
Commission</p>
<p class=MsoNormal>The Commission will set up a network of scanners by mid-2024.<a href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span class=MsoFootnoteReference><span lang=EN-GB style='font-size:11.0pt'>[1]</span></span></span></a>
Member States should co-operate with Europol.</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>Europol to publish a report by 31 July 2024;</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span>Member States to train inspectors by the end of 2025.</p>
<h3>Action 2: Train inspectors</h3>
<p class=MsoNormal><b>Main actors:</b> CEPOL</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>CEPOL will open a course in autumn 2024.</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt'><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>Eurojust will report every two years.</p>
<h2>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>Money</h2>
<h3>Action 3: Follow the money</h3>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0><tr><td width=200 valign=top><p class=MsoNormal><b>Milestone</b></p></td><td><p class=MsoNormal><b>Target date</b></p></td><td><p class=MsoNormal><b>Responsible</b></p></td></tr>
<tr><td><p class=MsoNormal>Register of accounts</p></td><td><p class=MsoNormal>June 2025</p></td><td><p class=MsoNormal>Commission</p></td></tr>
<tr><td><p class=MsoNormal>Guide for banks</p></td><td><p class=MsoNormal>Q4 2025</p></td><td><p class=MsoNormal>Europol</p></td></tr></table>
<p class=MsoNormal>&nbsp;</p></div>
<div><br clear=all><hr align=left size=1 width="33%"><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> See the annex.</p></div></div>
</body></html>`,
  ],
  wordMso: [
    'plan.htm',
    `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head><body>
<div class=WordSection1><h1>Harbour security plan<o:p></o:p></h1>
<p class=MsoNormal>Adopted on 3 March 2024.<o:p></o:p></p>
<h2 style='mso-list:l1 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Ports<o:p></o:p></h2>
<h3>Action 1: Scan containers<o:p></o:p></h3>
<p class=MsoNormal><b>Main actors:</b> Europol, Commission<o:p></o:p></p>
<p class=MsoNormal>The Commission will set up a network of scanners by mid-2024.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a> Member States should co-operate with Europol.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Europol to publish a report by 31 July 2024;<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>Member States to train inspectors by the end of 2025.<o:p></o:p></p>
<h3>Action 2: Train inspectors</h3><p class=MsoNormal><b>Main actors:</b> CEPOL</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>CEPOL will open a course in autumn 2024.</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span></span><![endif]>Eurojust will report every two years.</p>
<h2 style='mso-list:l1 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>Money</h2><h3>Action 3: Follow the money</h3>
<table><thead><tr><td><p class=MsoNormal>Milestone</p></td><td><p>Target date</p></td><td><p>Responsible</p></td></tr></thead><tr><td>Register of accounts</td><td>June 2025</td><td>Commission<o:p></o:p></td></tr><tr><td>Guide for banks</td><td>Q4 2025</td><td>Europol</td></tr></table>
</div><div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> See the annex.</p></div></div></body></html>`,
  ],
  googleHtml: [
    'plan.html',
    `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">.lst-kix_a-0>li:before{content:"" counter(x)}ul{list-style-type:none}.c1{font-weight:700}</style></head><body class="c9 doc-content"><p class="c3 title" id="h.abc"><span class="c4">Harbour security plan</span></p>
<p class="c2"><span class="c0">Adopted on 3 March 2024.</span></p><h2 class="c1" id="h.1"><span class="c0">1. Ports</span></h2><h3 id="h.2"><span>Action 1: Scan containers</span></h3><p class="c2"><span class="c5">Main actors:</span><span class="c0">&nbsp;Europol, Commission</span></p><p class="c2"><span class="c0">The Commission will set up a network of scanners by mid-2024.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span class="c0">&nbsp;Member States should co-operate with Europol.</span></p>
<ol class="c6 lst-kix_a-0 start" start="1"><li class="c2 li-bullet-0"><span class="c0">Europol to publish a report by 31 July 2024;</span></li><li class="c2 li-bullet-0"><span class="c0">Member States to train inspectors by the end of 2025.</span></li></ol><h3><span>Action 2: Train inspectors</span></h3><p class="c2"><span class="c5">Main actors:</span><span>&nbsp;CEPOL</span></p><ul class="c6 lst-kix_b-0 start"><li><span>CEPOL will open a course in autumn 2024.</span></li></ul><ul class="c6 lst-kix_b-0"><li><span>Eurojust will report every two years.</span></li></ul><h2><span>2. Money</span></h2><h3><span>Action 3: Follow the money</span></h3><a id="t.1"></a><a id="t.0"></a><table class="c8"><tr class="c7"><td class="c1" colspan="1" rowspan="1"><p class="c2"><span>Milestone</span></p></td><td colspan="1" rowspan="1"><p><span>Target date</span></p></td><td><p><span>Responsible</span></p></td></tr><tr><td><p><span>Register of accounts</span></p></td><td><p><span>June 2025</span></p></td><td><p><span>Commission</span></p></td></tr><tr><td><p><span>Guide for banks</span></p></td><td><p><span>Q4 2025</span></p></td><td><p><span>Europol</span></p></td></tr></table><hr class="c9"><div><p class="c2"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;See the annex.</span></p></div></body></html>`,
  ],
  libreHtml: [
    'plan.html',
    `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title>x</title><meta name="generator" content="LibreOffice 7.4"/></head><body lang="en-GB"><div title="header"><p>Page header</p></div>
<h1 class="western">Harbour security plan</h1><p>Adopted on 3 March 2024.</p><h2 class="western">1. Ports</h2><h3 class="western">Action 1: Scan containers</h3><p style="line-height: 100%"><b>Main actors:</b> Europol, Commission</p><p>The Commission will set up a network of scanners by mid-2024.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> Member States should co-operate with Europol.</p>
<ol><li><p style="margin-bottom: 0cm">Europol to publish a report by 31 July 2024;</p></li><li><p>Member States to train inspectors by the end of 2025.</p></li></ol><h3>Action 2: Train inspectors</h3><p><b>Main actors:</b> CEPOL</p><ul><li><p>CEPOL will open a course in autumn 2024.</p></li><li><p>Eurojust will report every two years.</p></li></ul><h2>2. Money</h2><h3>Action 3: Follow the money</h3><table width="665" cellpadding="7"><col width="1"><thead><tr><th><p>Milestone</p></th><th><p>Target date</p></th><th><p>Responsible</p></th></tr></thead><tbody><tr><td><p>Register of accounts</p></td><td><p>June 2025</p></td><td><p>Commission</p></td></tr><tr><td><p>Guide for banks</p></td><td><p>Q4 2025</p></td><td><p>Europol</p></td></tr></tbody></table><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>See the annex.</p></div></body></html>`,
  ],
  eurlex: [
    'plan.html',
    `<!DOCTYPE html><html><head><title>x</title></head><body><div class="eli-main-title"><p class="oj-doc-ti">Harbour security plan</p></div><p class="oj-normal">Adopted on 3&#160;March 2024.</p><p class="oj-ti-section-1"><span class="oj-bold">1. Ports</span></p>
<p class="oj-ti-grseq-2"><span class="oj-bold">Action 1: Scan containers</span></p><p class="oj-normal"><span class="oj-bold">Main actors:</span> Europol, Commission</p><p class="oj-normal">The Commission will set up a network of scanners by mid-2024.<a id="ntc1-C_20240101EN" href="#ntr1-C_20240101EN">&#160;(<span class="oj-super oj-note-tag">1</span>)</a> Member States should co-operate with Europol.</p>
<table width="100%" border="0"><col width="4%"/><col width="96%"/><tbody><tr><td valign="top"><p class="oj-normal">1.</p></td><td valign="top"><p class="oj-normal">Europol to publish a report by 31 July 2024;</p></td></tr></tbody></table>
<table width="100%"><tbody><tr><td valign="top"><p class="oj-normal">2.</p></td><td valign="top"><p class="oj-normal">Member States to train inspectors by the end of 2025.</p></td></tr></tbody></table>
<p class="oj-ti-grseq-2"><span class="oj-bold">Action 2: Train inspectors</span></p><p class="oj-normal"><span class="oj-bold">Main actors:</span> CEPOL</p><table><tbody><tr><td><p class="oj-normal">—</p></td><td><p class="oj-normal">CEPOL will open a course in autumn 2024.</p></td></tr></tbody></table><table><tbody><tr><td><p class="oj-normal">—</p></td><td><p class="oj-normal">Eurojust will report every two years.</p></td></tr></tbody></table>
<p class="oj-ti-section-1"><span class="oj-bold">2. Money</span></p><p class="oj-ti-grseq-2"><span class="oj-bold">Action 3: Follow the money</span></p><table class="oj-table"><tbody><tr class="oj-table"><td class="oj-table"><p class="oj-tbl-hdr">Milestone</p></td><td><p class="oj-tbl-hdr">Target date</p></td><td><p class="oj-tbl-hdr">Responsible</p></td></tr><tr><td><p class="oj-tbl-txt">Register of accounts</p></td><td><p class="oj-tbl-txt">June 2025</p></td><td><p class="oj-tbl-txt">Commission</p></td></tr><tr><td><p>Guide for banks</p></td><td><p>Q4 2025</p></td><td><p>Europol</p></td></tr></tbody></table>
<hr class="oj-note"/><p class="oj-note"><a id="ntr1-C_20240101EN" href="#ntc1-C_20240101EN">(<span class="oj-super">1</span>)</a>&#160;See the annex.</p></body></html>`,
  ],
  unbreakable: [
    'plan.md',
    `# Harbour security plan

Adopted on 3\u00a0March\u00a02024.

## 1.\u00a0Ports

### Action\u00a01: Scan containers

**Main actors:**\u00a0Euro\u00adpol, Com\u00admission

The Commission will set up a network of scanners by mid\u20112024.[^1] Member\u00a0States should co\u2011operate with Europol.

1. Europol to publish a report by\u00a031\u202fJuly\u00a02024;
2. Mem\u00adber States to train inspectors by the end of\u00a02025.

### Action 2: Train inspectors

**Main actors:** CEPOL

- CEPOL will open a course in autumn\u00a02024.
- Eurojust will report every two\u00a0years.

## 2. Money

### Action 3: Follow the money

| Milestone | Target date | Responsible |
| --- | --- | --- |
| Register of accounts | June\u00a02025 | Commission |
| Guide for banks | Q4\u00a02025 | Europol |

[^1]: See the annex.
`,
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** The same plan in Word, by somebody who knows no styles: titles are bold paragraphs. */
export function planWithoutStyles(): Promise<Uint8Array> {
  const paragraph = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const title = (text: string) => paragraph(run(text, '<w:b/>'));
  const actors = (names: string) => paragraph(`${run('Main actors:', '<w:b/>')}${run(` ${names}`)}`);
  const item = (text: string, list: number) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);
  const row = (...cells: readonly string[]) =>
    `<w:tr>${cells.map((text) => `<w:tc><w:tcPr/>${paragraph(run(text))}</w:tc>`).join('')}</w:tr>`;
  const list = (id: number, format: string, text: string) =>
    `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
  const instance = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  return wordFileOf(
    [
      title('Harbour security plan'),
      paragraph(run('Adopted on 3 March 2024.')),
      title('1. Ports'),
      title('Action 1: Scan containers'),
      actors('Europol, Commission'),
      paragraph(
        run(
          'The Commission will set up a network of scanners by mid-2024. Member States should co-operate with Europol.',
        ),
      ),
      item('Europol to publish a report by 31 July 2024;', 1),
      item('Member States to train inspectors by the end of 2025.', 1),
      title('Action 2: Train inspectors'),
      actors('CEPOL'),
      item('CEPOL will open a course in autumn 2024.', 2),
      item('Eurojust will report every two years.', 2),
      title('2. Money'),
      title('Action 3: Follow the money'),
      `<w:tbl>${row('Milestone', 'Target date', 'Responsible')}${row('Register of accounts', 'June 2025', 'Commission')}${row('Guide for banks', 'Q4 2025', 'Europol')}</w:tbl>`,
    ].join(''),
    { numbering: [list(1, 'decimal', '%1.'), list(2, 'bullet', '·'), instance(1), instance(2)].join('') },
  );
}
