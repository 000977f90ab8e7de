import assert from 'node:assert/strict';
import { readHtml } from '../../../server/src/import/read-html';
import { shown } from '../../shown-document';

describe('reading HTML for import', () => {
  const reads = (html: string, expected: readonly string[]) => assert.deepEqual(shown(readHtml(html)), expected);

  it('gives headings, paragraphs and lists with their lines', () => {
    reads(
      `<!doctype html>
<html><head><title>Not this</title><style>p { color: red }</style></head>
<body>
<nav><a href="/">Home</a></nav>
<h1>Plan</h1>
<p>First <b>bold</b>,
  then <i>slanted</i>.</p>
<div>In a div
<ul><li>one<ul><li>deeper</li></ul>behind</li>
<li>
  two</li></ul></div>
<ol start="3" type="a"><li>three<li value="7">seven</ol>
<script>var x = '<p>no</p>';</script>
</body></html>`,
      [
        '4 # Plan',
        '5 First **bold**, then _slanted_.',
        '7 In a div',
        '8 - one',
        '8   - deeper',
        '8 behind',
        '10 - two',
        '11 c. three',
        '11 g. seven',
      ],
    );
  });

  it('keeps several paragraphs of an item together', () => {
    reads('<ol type=I><li><p>One</p><p>still one</p></li><li>Two</li></ol>', ['0 I. One⏎still one', '0 II. Two']);
  });

  it('knows what is struck out or bold by element, style or class', () => {
    reads(
      `<p><s>30 June</s> <b>31 July</b> <del>a</del><strike>b</strike>
<span style="text-decoration: line-through">c</span> <span style='font-weight:700;font-style:italic'>d</span>
<b>e<span style="font-weight: normal">f</span></b> <span class="oj-bold">g</span> <ins>h</ins></p>`,
      ['0 ~~30 June~~ **31 July** ~~ab c~~ **_d_** **e**f **g** h'],
    );
  });

  it('ends a line at a break and a paragraph at two', () => {
    reads('<p>Main actors:<br>Council<br><br>Next<br></p><pre>a\n  b</pre>', [
      '0 Main actors:⏎Council',
      '0 Next',
      '0 a⏎b',
    ]);
  });

  it('repeats cells that span, and tells the header', () => {
    reads(
      `<table><thead><tr><th>Action</th><th colspan=2>When</th></tr></thead>
<tr><td rowspan="2">One</td><td>2024</td><td><p>a</p><p>b</p></td></tr>
<tr><td colspan=100>2025</td></tr></table>
<table><tr><th>X<th>Y<tr><td>1<td>2</table>`,
      [
        '0 || Action | When | When ||',
        '1 | One | 2024 | a⏎b |',
        '2 | One | 2025 | 2025 |',
        '3 || X | Y ||',
        '3 | 1 | 2 |',
      ],
    );
  });

  it('takes tables that only place things on the page apart', () => {
    reads(
      `<table><tr><td>Menu</td><td><h2>Part</h2><p>Text</p>
<table><tr><td>a</td><td>b</td></tr></table></td></tr></table>
<table><tr><td>Boxed</td></tr></table>`,
      ['0 Menu', '0 ## Part', '0 Text', '1 | a | b |', '2 Boxed'],
    );
  });

  it('makes items of tables that number paragraphs, as the Official Journal has them', () => {
    reads(
      `<table><tr><td><p>(a)</p></td><td><p>first</p>
<table><tr><td>(i)</td><td>within</td></tr></table></td></tr></table>
<table><tr><td>—</td><td>dash</td></tr></table>`,
      ['0 (a) first', '1   (i) within', '2 - dash'],
    );
  });

  it('reads lists and headings of Word', () => {
    reads(
      `<p class=MsoTitle>Plan</p>
<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>One</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Two</p>
<h2 style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>II.<span>&nbsp;</span></span>Part</h2>
<p class="li ManualHeading2"><span class="num">2.1.</span> Sub</p>
<p class="li Point1"><span class="num">(b)</span> Point</p>`,
      ['0 # Plan', '1 1. One', '2   - Two', '3 ## II. Part', '4 ## 2.1. Sub', '5   (b) Point'],
    );
  });

  it('reads items of Word whose number is text', () => {
    reads(
      `<p class=MsoListParagraphCxSpFirst>1.<span>&nbsp;&nbsp; </span>One</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>·<span>&nbsp;</span></span>Two <b>bold</b></p>
<p class=MsoListBullet style='margin-left:5.08cm'><b>o</b>&nbsp; Three</p>
<p class=MsoListParagraph>No item</p>`,
      ['0 1. One', '1   - Two **bold**', '2       - Three', '3 No item'],
    );
  });

  it('takes footnotes out of the text, whoever wrote the HTML', () => {
    const styles = {
      converter: `<p>Text<sup><a href="#fn1" id="fnref1">1</a></sup> on</p><ol><li id="fn1"><p>Note <a href="#fnref1">↩︎</a></p></li></ol>`,
      pandoc: `<p>Text<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a> on</p><section class="footnotes"><ol><li id="fn1"><p>Note<a href="#fnref1">↩︎</a></p></li></ol></section>`,
      word: `<p>Text<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a> on</p><div><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Note</p></div></div>`,
      mammoth: `<p>Text<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup> on</p><ol><li id="footnote-1"><p> Note <a href="#footnote-ref-1">↑</a></p></li></ol>`,
      google: `<p>Text<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> on</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Note</span></p></div>`,
      libreOffice: `<p>Text<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> on</p><div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note</p></div>`,
      journal: `<p>Text<a id="ntc1" href="#ntr1">(<span class="super">1</span>)</a> on</p><p class="note"><a id="ntr1" href="#ntc1">(<span>1</span>)</a> Note</p>`,
    };
    for (const [name, html] of Object.entries(styles)) {
      assert.deepEqual(shown(readHtml(html)), ['0 Text[^1] on', '[^1]: Note'], name);
    }
    reads('<p>By 2024<sup>2</sup>, 5 km<sup>2</sup>, 3<sup>rd</sup></p><p id="note-1">No note</p>', [
      '0 By 2024[^2], 5 km2, 3rd',
      '0 No note',
    ]);
    reads('<p>See <a href="#fn-x">the note on costs</a> and <a href="https://example.org/a">that</a>.</p>', [
      '0 See [the note on costs](#fn-x) and [that](https://example.org/a).',
    ]);
  });

  it('leaves out what stands in the margins of LibreOffice, and what is hidden', () => {
    reads('<div title="header"><p>Page 1</p></div><p title="header">a<p hidden>b<p style="display:none">c</p><p>d', [
      '0 a',
      '0 d',
    ]);
  });

  it('reads what is broken as far as it goes', () => {
    reads('<table><tr><td><p>a<td>b<tr><td>c', ['0 | a | b |', '0 | c |  |']);
    reads('<ul><li><p>a<li><p>b</ul></div></p>c<td>d', ['0 - a', '0 - b', '0 c', '0 d']);
    reads('<p>a<script>b', ['0 a', '! 0 The element <script> has no end, so that nothing behind it was read.']);
    reads('', []);
    reads('<<<>>><p', ['0 <<<>>>p']);
    reads('a &amp; b &eacute; &#8211; &unknown; c', ['0 a & b é – &unknown; c']);
  });
});
