import assert from 'node:assert/strict';
import type { Citation } from '../../server/src/model/citation';
import { findCitations } from '../../server/src/parse/citations';
import { expectLinearTime } from '../linear-time';

const COM = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';
const COUNCIL = 'https://data.consilium.europa.eu/doc/document/';
const ELI = 'https://eur-lex.europa.eu/eli/';

/** Text with the citation in double angle brackets, its normal form, its address (undefined: not looked at). */
const single: readonly (readonly [marked: string, id: string, url?: string | null])[] = [
  // Commission
  ['see «COM(2023) 641 final».', 'COM(2023) 641 final', `${COM}COM:2023:641:FIN`],
  ['(«COM(2023)641»)', 'COM(2023) 641', `${COM}COM:2023:641:FIN`],
  ['«COM/2021/170 final».', 'COM(2021) 170 final', `${COM}COM:2021:170:FIN`],
  ['«COM/2020/ 606 final»', 'COM(2020) 606 final', `${COM}COM:2020:606:FIN`],
  ['«COM (2020) 606 FINAL»', 'COM(2020) 606 final', `${COM}COM:2020:606:FIN`],
  ['«COM(2018) 640 final/2»', 'COM(2018) 640 final/2', `${COM}COM:2018:640:FIN`],
  ['«COM(97) 157 final»', 'COM(97) 157 final', `${COM}COM:1997:157:FIN`],
  ['«COM(2023)0641»', 'COM(2023) 641', `${COM}COM:2023:641:FIN`],
  ['«COM(2023)\n641 final»', 'COM(2023) 641 final', `${COM}COM:2023:641:FIN`],
  ['«SWD/2022. 347 final»', 'SWD(2022) 347 final', `${COM}SWD:2022:347:FIN`],
  ['«JOIN/2021/30 final»', 'JOIN(2021) 30 final', `${COM}JOIN:2021:30:FIN`],
  ['«JOIN 2023/17 final»', 'JOIN(2023) 17 final', `${COM}JOIN:2023:17:FIN`],
  // Council
  ['«ST 6504/24»', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['«ST6504/24»', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['«ST 6504/2024»', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['«ST 8085/21 + ADD1».', 'ST 8085/21 + ADD 1', `${COUNCIL}ST-8085-2021-INIT/en/pdf`],
  ['«ST 8085/21 ADD 1 REV 2»', 'ST 8085/21 ADD 1 REV 2', `${COUNCIL}ST-8085-2021-ADD-1-REV-2/en/pdf`],
  ['«ST 8085/2/21 REV 2 COR 1»', 'ST 8085/2/21 REV 2 COR 1', `${COUNCIL}ST-8085-2021-REV-2-COR-1/en/pdf`],
  ['«ST 8085/2/21 ADD 1»', 'ST 8085/2/21 ADD 1', `${COUNCIL}ST-8085-2021-REV-2-ADD-1/en/pdf`],
  ['«ST 9999/24 REV 2»', 'ST 9999/24 REV 2', `${COUNCIL}ST-9999-2024-REV-2/en/pdf`],
  ['«ST 6504 2024 INIT»', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['«ST-6504-2024-REV-1»', 'ST 6504/24 REV 1', `${COUNCIL}ST-6504-2024-REV-1/en/pdf`],
  ['agreed in «16376/3/23 REV 3» last week', 'ST 16376/3/23 REV 3', `${COUNCIL}ST-16376-2023-REV-3/en/pdf`],
  ['¹³ «6688/24»', 'ST 6688/24', `${COUNCIL}ST-6688-2024-INIT/en/pdf`],
  ['text\n\n⁷«6504/24» on ports', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['[^12]: «6504/24», page 3', 'ST 6504/24', `${COUNCIL}ST-6504-2024-INIT/en/pdf`],
  ['the note («6504/24») says', 'ST 6504/24'],
  ['the note (see «6504/24») says', 'ST 6504/24'],
  ['the note [«6504/24»]', 'ST 6504/24'],
  ['«10270/24»', 'ST 10270/24'],
  ['Brussels\n«10270/24»\nJAI 872\nCORDROGUE 71', 'ST 10270/24'],
  ['| «10270/24» |', 'ST 10270/24'],
  ['doc. «10270/24» of yesterday', 'ST 10270/24'],
  ['«CM 2233/24»', 'CM 2233/24', `${COUNCIL}CM-2233-2024-INIT/en/pdf`],
  ['«WK 5703/24»', 'WK 5703/24', null],
  ['«PE-CONS 36/21»', 'PE-CONS 36/21', `${COUNCIL}PE-36-2021-INIT/en/pdf`],
  ['«PE-CONS 36/1/21 REV 1»', 'PE-CONS 36/1/21 REV 1', `${COUNCIL}PE-36-2021-REV-1/en/pdf`],
  // Official Journal
  ['(«OJ L 141, 5.6.2015, p. 1»).', 'OJ L 141, 5.6.2015, p. 1', `${COM}OJ:L:2015:141:TOC`],
  ['«OJ L 135 24.5.2016»).', 'OJ L 135, 24.5.2016', `${COM}OJ:L:2016:135:TOC`],
  ['«OJ C272 of 8.7.2021, p. 2»', 'OJ C 272, 8.7.2021, p. 2', `${COM}OJ:C:2021:272:TOC`],
  ['«OJ C 102I of 24.3.2021, p. 1»', 'OJ C 102I, 24.3.2021, p. 1', `${COM}OJ:C:2021:102I:TOC`],
  ['«OJ L 22, 26.1.2005, p. 1-10».', 'OJ L 22, 26.1.2005, p. 1–10', `${COM}OJ:L:2005:022:TOC`],
  ['«OJ C 5A, 9.1.2019»', 'OJ C 5A, 9.1.2019', `${COM}OJ:C:2019:005A:TOC`],
  ['«OJ L 22, 26.1.2005, p. 1»–)', 'OJ L 22, 26.1.2005, p. 1'],
  ['«OJ L 22 of 26 January 2005, page 1»', 'OJ L 22, 26 January 2005, p. 1'],
  ['«OJ L310/28»', 'OJ L 310, p. 28', null],
  ['«OJ 129/6»', 'OJ 129, p. 6', null],
  ['«OJ L 87, 15.3.2021»,', 'OJ L 87, 15.3.2021'],
  ['«OJ L, 2024/1260, 2.5.2024».', 'OJ L, 2024/1260, 2.5.2024', `${COM}OJ:L_202401260`],
  ['«OJ C, C/2024/123, 9.2.2024»', 'OJ C, C/2024/123, 9.2.2024', `${COM}OJ:C_202400123`],
  // Acts
  ['«Regulation (EU) 2023/1322» of the', 'Regulation (EU) 2023/1322', `${ELI}reg/2023/1322/oj`],
  ['«Regulation (EC) No 1781/2006»', 'Regulation (EC) No 1781/2006', `${ELI}reg/2006/1781/oj`],
  ['«Regulation (EC) 2007/2004»', 'Regulation (EC) 2007/2004', `${ELI}reg/2004/2007/oj`],
  ['«Regulation (EU) No 1093/2010»', 'Regulation (EU) No 1093/2010', `${ELI}reg/2010/1093/oj`],
  ['«Regulation (EEC) No 2913/92»', 'Regulation (EEC) No 2913/92', `${ELI}reg/1992/2913/oj`],
  ['«Regulation (EU, Euratom) 2018/1046»', 'Regulation (EU, Euratom) 2018/1046', `${ELI}reg/2018/1046/oj`],
  ['Council «Regulation (EU) 2017/1939»', 'Regulation (EU) 2017/1939', `${ELI}reg/2017/1939/oj`],
  [
    'Commission «Implementing Regulation (EU) 2021/1077»',
    'Implementing Regulation (EU) 2021/1077',
    `${ELI}reg_impl/2021/1077/oj`,
  ],
  ['«Directive 2019/1153» which', 'Directive 2019/1153', `${ELI}dir/2019/1153/oj`],
  ['«Directive 95/46/EC»', 'Directive 95/46/EC', `${ELI}dir/1995/46/oj`],
  ['«Directive\n(EU) 2023/977»', 'Directive (EU) 2023/977', `${ELI}dir/2023/977/oj`],
  ['Council «Framework Decision 2008/841/JHA»', 'Framework Decision 2008/841/JHA', `${ELI}dec_framw/2008/841/oj`],
  ['by «Joint Action 97/827/JHA» and', 'Joint Action 97/827/JHA', null],
  ['«Decision No 1313/2013/EU»', 'Decision No 1313/2013/EU', `${ELI}dec/2013/1313/oj`],
  ['«Decision 1999/352/EC, ECSC, Euratom»', 'Decision 1999/352/EC, ECSC, Euratom', `${ELI}dec/1999/352/oj`],
  ['Council «Recommendation (EU) 2022/915»', 'Recommendation (EU) 2022/915', `${ELI}reco/2022/915/oj`],
  // CELEX, ELI
  ['CELEX: «52023DC0641»', '52023DC0641', `${COM}CELEX:52023DC0641`],
  ['«02016R0794-20220628»', '02016R0794-20220628', `${COM}CELEX:02016R0794-20220628`],
  ['at «https://data.europa.eu/eli/reg/2023/1322/oj».', 'eli/reg/2023/1322/oj', `${ELI}reg/2023/1322/oj`],
  ['«eli/dir/2023/977/oj»', 'eli/dir/2023/977/oj', `${ELI}dir/2023/977/oj`],
];

const none = [
  'JAI 872',
  'CORDROGUE 71',
  'CRIMORG 86\nENFOPOL 256\nCOSI 97',
  'only 3/24 of them',
  'on 3/6/24',
  'a quarter (3/24)',
  'in the season (2023/24)',
  'about 6504/24 of the total',
  'pages 12/13',
  'p. 5009/24 and more',
  'ETS No 30',
  'CTS No 198',
  'COM/2023/ [exact reference to be included]',
  'COM(2023)',
  'the Regulation of 2023',
  'Directive on combating corruption',
  'a decision 2 of 3',
  'Regulation 3/4',
  'Operation 12345/67890',
  'ISO 27001/13',
  'https://data.consilium.europa.eu/doc/document/ST-12000-2023-INIT/en/pdf',
  'see https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2023:641:FIN and www.example.org/COM(2023)641',
  'OJ',
  'OJ L',
  'DOJ L 141, 5.6.2015',
  'TELECOM(2023) 641',
  '112023DC06411',
  'reli/reg/2023/1322',
  '',
];

const lists: readonly (readonly [marked: string, ids: string])[] = [
  [
    'Council «Decisions 2009/371/JHA», «2009/934/JHA», «2009/935/JHA» and «2009/968/JHA» («OJ L 135 24.5.2016»)',
    'Decision 2009/371/JHA|Decision 2009/934/JHA|Decision 2009/935/JHA|Decision 2009/968/JHA|OJ L 135, 24.5.2016',
  ],
  ['«Directives (EU) 2023/977» and «(EU) 2023/1544»', 'Directive (EU) 2023/977|Directive (EU) 2023/1544'],
  ['«Regulations (EC) No 111/2005» and «(EC) No 273/2004».', 'Regulation (EC) No 111/2005|Regulation (EC) No 273/2004'],
  ['«Directive 2019/1153», 2/3 of which', 'Directive 2019/1153'],
  [
    '«COM/2021/421 final», «COM/2021/420 final» and «Regulation (EU) 2015/847»',
    'COM(2021) 421 final|COM(2021) 420 final|Regulation (EU) 2015/847',
  ],
  ['«ST 6504/24»; «ST 6812/24»', 'ST 6504/24|ST 6812/24'],
  ['«ST 6504/24» and «6812/24»', 'ST 6504/24|ST 6812/24'],
  ['«6504/24», «6812/24» and «7101/1/23 REV 1»', 'ST 6504/24|ST 6812/24|ST 7101/1/23 REV 1'],
  ['(«6504/24», «6812/24» and «7101/23»)', 'ST 6504/24|ST 6812/24|ST 7101/23'],
  ['¹ «6504/24»; «6812/24»', 'ST 6504/24|ST 6812/24'],
  ['«COM(2023) 641 final» («ST 14114/23»)', 'COM(2023) 641 final|ST 14114/23'],
  [
    '«Regulation (EU) 2024/1260» («OJ L, 2024/1260, 2.5.2024», ELI: «http://data.europa.eu/eli/reg/2024/1260/oj»)',
    'Regulation (EU) 2024/1260|OJ L, 2024/1260, 2.5.2024|eli/reg/2024/1260/oj',
  ],
];

describe('findCitations', () => {
  for (const [marked, id, url] of single) {
    it(`finds ${JSON.stringify(marked)}`, () => {
      const found = check(marked, id);
      if (url !== undefined) {
        assert.equal(found[0]?.url, url);
      }
    });
  }
  for (const [marked, ids] of lists) {
    it(`finds each of ${JSON.stringify(marked)}`, () => {
      check(marked, ids);
    });
  }
  for (const text of none) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(findCitations(text), []);
    });
  }

  it('takes a bare number at the start of a footnote for a citation', () => {
    assert.deepEqual(findCitations('6504/24, second part'), []);
    assert.equal(findCitations('6504/24, second part', { footnote: true })[0]?.id, 'ST 6504/24');
    assert.deepEqual(findCitations('About 6504/24 of it', { footnote: true }), []);
  });

  it('names the kind of each', () => {
    const kinds = findCitations(
      'COM(2023) 1, JOIN(2023) 2, SWD(2023) 3, ST 6504/24, PE-CONS 36/21, OJ L 1, 2.1.2015, Directive 2019/1153, 52023DC0641, eli/reg/2023/1322/oj',
    ).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['com', 'join', 'swd', 'council', 'pe-cons', 'oj', 'act', 'celex', 'eli']);
  });

  it('takes time in proportion to the length', () => {
    const pieces = ['Decisions ', '2009/934/JHA, ', '6504/24 ', '(6504/24), ', 'OJ L 1 ', 'COM(2023)', ' ', '(', '1/'];
    for (const piece of pieces) {
      expectLinearTime(findCitations, (size) => piece.repeat(size), 2_000);
    }
  });
});

/** Compares with the marked places, and gives what was found. */
function check(marked: string, ids: string): readonly Citation[] {
  const text = marked.replace(/[«»]/g, '');
  const expected = [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1]);
  const found = findCitations(text);
  assert.deepEqual(
    found.map((citation) => citation.text),
    expected,
  );
  assert.deepEqual(
    found.map(({ span }) => text.slice(span.start, span.end)),
    expected,
  );
  assert.equal(found.map((citation) => citation.id).join('|'), ids);
  return found;
}
