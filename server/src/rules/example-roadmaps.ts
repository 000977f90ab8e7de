/** A small roadmap for the examples of the rules on roadmap files; the examples replace parts of it. */
export const EXAMPLE_ROADMAP = `roadmap: port-security
title: Plan for the security of ports
date: 2024-01-15
areas:
  - area: customs
    title: Customs
actions:
  - action: "1"
    title: Joint controls
    area: customs
    actors: [commission, member-states]
    deliverables:
      - deliverable: "1.1"
        title: Common risk criteria
        actors: [commission]
        due: ../2025-06-30
        stated: by mid-2025
  - action: "2"
    title: Training
    area: customs
    actors: [cepol]
`;
