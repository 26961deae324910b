// The order of what the search finds: lessons, then the package, then exercises, then the rest.
// Within each, the scores are Sphinx's own.
var Scorer = {
  score: ([document, , , , score]) => {
    const [folder] = document.split("/");
    return score + ({ notebooks: 300, reference: 200, exercises: 100 }[folder] || 0);
  },
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
