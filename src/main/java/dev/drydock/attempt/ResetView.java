package dev.drydock.attempt;

/**
 * Asks whether to start over, or tells what came of it.
 *
 * @param state {@code ask}, or one of the words of {@link Readiness}
 * @param question names this asking, so that the same answer given twice counts once
 * @param taskTitleHtml empty where the whole machine is meant
 * @param solvesOthers whether the tasks before this one will be solved
 * @param action where the form is posted
 * @param back the page, or the card on it, that the learner came from
 */
record ResetView(
        String state, String question, String taskTitleHtml, boolean solvesOthers, String action, String back) {}
