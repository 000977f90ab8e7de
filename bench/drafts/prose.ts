import type { PlannedAction } from './plan';
import type { Random } from './random';

/** Two or three sentences on an action, as one line; they name its actors, days and documents. */
export function paragraph(action: PlannedAction, random: Random): string {
  return Array.from({ length: 2 + random.below(2) }, () => sentence(action, random)).join(' ');
}

/** A sentence with one thing in it that a check should find. */
export function flawedSentence(random: Random): string {
  return random.pick(FLAWED);
}

/** A number of a Council document that exists once in a draft. */
export function citation(random: Random): string {
  return `ST ${5000 + random.below(9000)}/24`;
}

/** A day of the first half of 2024 in words. */
export function day(random: Random): string {
  return `${1 + random.below(28)} ${random.pick(MONTHS)} 2024`;
}

/** A next step of an action, without its date and full stop. */
export function promise(actorName: string, random: Random): string {
  return `${actorName} will ${random.pick(PROMISES)}`;
}

/** A time that has not come yet in mid-2024. */
export function laterTime(random: Random): string {
  return random.pick(LATER);
}

function sentence(action: PlannedAction, random: Random): string {
  const text = random.pick(SENTENCES);
  return text
    .replace('{actor}', () => random.pick(action.actors).name)
    .replace('{day}', () => day(random))
    .replace('{citation}', () => citation(random))
    .replace('{number}', () => String(3 + random.below(24)))
    .replace('{town}', () => random.pick(TOWNS));
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];
const TOWNS = ['Antwerp', 'Gdańsk', 'Piraeus', 'Rotterdam', 'Trieste', 'Valencia', 'Hamburg', 'Le Havre'];
const LATER = ['end of 2025', 'first half of 2026', 'autumn 2025', 'early 2026', '15 October 2025', 'mid-2026'];
const PROMISES = [
  'send the questionnaire to the delegations',
  'present the revised method',
  'hold a workshop for practitioners',
  'train the second group of inspectors',
  'publish the figures of the pilot sites',
];
const SENTENCES = [
  '{actor} shared the first results with the delegations on {day}.',
  'A working group of {number} experts met in {town} and agreed what the pilot sites should measure.',
  'The method is described in {citation}, and {number} sites apply it so far.',
  'Since {day}, the figures are collected in the same form everywhere, which makes them easier to compare.',
  'Nobody expected the interest of small operators: {number} of them asked to take part.',
  '{actor} trained inspectors in {town}; a second course is in preparation.',
  'The costs stayed within the limits that were set at the beginning, although prices of equipment rose.',
  'Operators report fewer delays where seals are read by machine, and more where they are still read by hand.',
  'Practitioners asked for shorter forms and for one place where all of them can be found.',
  'The pilot in {town} ended on {day}, and its lessons are written down in {citation}.',
  'Where data are shared between authorities, the rules on their protection are followed from the start.',
  'Three difficulties remain: old equipment, different opening hours and too few people who know both.',
  '{actor} offered help with the analysis, and the offer was taken up in {number} places.',
  'The figures are in [the table of the annex](#way-forward), site by site.',
  'The exercise showed that messages arrive late at night and at weekends.',
];
const FLAWED = [
  'The EMCDDA will compare these figures with its own.',
  'The number of sites is [to be completed].',
  'The pilot was prolonged until 31 November 2025.',
  'Visits took place in XX ports, listed in [annex 2](#annex-2).',
  'The last meeting was on 30 February 2024.',
];
