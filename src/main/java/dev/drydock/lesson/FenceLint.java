package dev.drydock.lesson;

import java.util.Set;
import org.commonmark.node.FencedCodeBlock;

/** Finds what cannot be meant behind a fence's language, and what a diagram lacks. */
final class FenceLint {

    private final Problems problems;
    private final Set<String> terminals;

    FenceLint(Problems problems, Set<String> terminals) {
        this.problems = problems;
        this.terminals = terminals;
    }

    void look(FencedCodeBlock block) {
        Fence fence = Fence.of(block);
        for (String word : fence.unknown()) {
            problems.add(
                    block,
                    Rule.FENCE_WORD,
                    "'" + word + "' means nothing behind a fence's language. Use copy, terminal=…, save=…, fails or"
                            + " stays, or leave it out.");
        }
        for (String word : fence.twice()) {
            problems.add(block, Rule.FENCE_WORDS, "'" + word + "' is here twice. Keep one.");
        }
        combinations(block, fence);
        targets(block, fence);
        if (fence.language().equals(Fence.MERMAID)) {
            diagram(block, Diagram.of(block.getLiteral()));
        }
    }

    private void combinations(FencedCodeBlock block, Fence fence) {
        if (fence.has("fails") && fence.has("stays")) {
            problems.add(
                    block,
                    Rule.FENCE_WORDS,
                    "A command that stays is interrupted, so it cannot fail. Keep one of both.");
        }
        if (fence.save().isPresent() && fence.has("copy")) {
            problems.add(block, Rule.FENCE_WORDS, "What is saved can be copied anyway. Leave 'copy' out.");
        }
        for (String word : fence.words()) {
            if (!fence.runs() && (word.equals("fails") || word.equals("stays") || word.startsWith("terminal="))) {
                problems.add(
                        block,
                        Rule.FENCE_WORDS,
                        "'" + word + "' is for commands that can be run, which this cannot. Leave it out.");
            }
        }
        if (fence.has("copy") && !fence.shell() && fence.save().isEmpty()) {
            problems.add(block, Rule.FENCE_WORDS, "This can only be copied anyway. Leave 'copy' out.");
        }
    }

    private void targets(FencedCodeBlock block, Fence fence) {
        fence.terminal()
                .filter(terminal -> !terminals.contains(terminal))
                .ifPresent(terminal -> problems.add(
                        block,
                        Rule.FENCE_TERMINAL,
                        "There is no terminal '" + terminal + "'. Add it to terminals in lesson.md's front matter, or"
                                + " correct the name."));
        fence.save()
                .filter(path -> !Fence.isPath(path))
                .ifPresent(path -> problems.add(
                        block,
                        Rule.SAVE_PATH,
                        "Nothing can be saved to '" + path + "'. Write the whole path, such as ~/app/Dockerfile:"
                                + " letters, digits and . _ + @ -, at most 200 characters, and no '..'."));
    }

    private void diagram(FencedCodeBlock block, Diagram diagram) {
        if (diagram.directs()) {
            problems.add(
                    block,
                    Rule.DIAGRAM_DIRECTIVE,
                    "A diagram cannot bring settings of its own. Remove '%%{…}%%' and the lines between '---'.");
        }
        if (!diagram.isDescribed()) {
            problems.add(
                    block,
                    Rule.DIAGRAM_DESCRIPTION,
                    "This diagram says nothing to those who can't see it. Write lines 'accTitle: …' and 'accDescr: …'"
                            + " below its first.");
        }
    }
}
