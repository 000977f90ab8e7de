import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['section-empty'];

describe('section-empty', () => {
  it('finds a heading with nothing, or nothing that is printed, under it', () => {
    expectFindings(
      markdownDraft(`
## Introduction
   ^^^^^^^^^^^^ info section-empty: Nothing stands under “Introduction”

## Background ##
   ^^^^^^^^^^ info section-empty: Background

<!-- to write -->

Way forward
^^^^^^^^^^^ info section-empty: Way forward
-----------
`),
      { only },
    );
  });

  it('finds an item of a YAML report without text', () => {
    expectFindings(
      yamlDraft(`
  - section: "Introduction"
              ^^^^^^^^^^^^ info section-empty: Introduction
    text:
  - section: Background
    text: The plan of 2023.
  - section: Annex
             ^^^^^ info section-empty: Annex
    # a comment
    text: ""
  - section: Way forward # to write
             ^^^^^^^^^^^ info section-empty: Way forward
`),
      { only },
    );
  });

  it('is silent about groups, the title of the report, and titles pasted from Word', () => {
    expectFindings(
      markdownDraft(`
# Progress report

# State of play

## Ports

### Action 1

The customs project group met.
`),
      { only },
    );
    expectFindings(markdownDraft('\nIntroduction\n\nState of play\n\nPorts\n\nThe ports are open.\n'), { only });
    expectFindings(yamlDraft('  - section: State of play\n  - section: Ports\n  - action: "1"\n    text: Done.\n'), {
      only,
    });
  });

  it('is silent about tables, pictures, lists, placeholders and actions', () => {
    expectFindings(
      markdownDraft(`
## Budget

| Year | EUR million |
|---|---|
| 2024 | 200 |

## Map

![Ports](ports.png)

## Way forward

[to be completed]

## Action 5
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n'), { only });
  });
});
