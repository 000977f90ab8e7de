/** Commands that a client can have, so that what stands in the text opens as it is usual there. */
export const ClientCommand = {
  /** Shows places: one is gone to, several are listed; argument `ShowPlacesArguments`. */
  showPlaces: 'rapporteur.showPlaces',
} as const;
