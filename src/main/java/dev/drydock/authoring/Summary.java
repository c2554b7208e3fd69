package dev.drydock.authoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what a proof has shown. A step is flaky if it came out one way in some rounds and the other way in others. */
final class Summary {

    private final int rounds;
    private final List<PartProof> proofs = new ArrayList<>();

    Summary(int rounds) {
        this.rounds = rounds;
    }

    void add(PartProof proof) {
        proofs.add(proof);
    }

    List<PartProof> proofs() {
        return proofs;
    }

    long failed() {
        return proofs.stream().mapToLong(PartProof::failures).sum();
    }

    /** The names of steps that were not come to in any round, such as commands of hints that nobody needed. */
    Set<String> notRun() {
        Set<String> names = new TreeSet<>();
        proofs.forEach(proof ->
                proof.steps().stream().filter(step -> !step.run()).forEach(step -> names.add(name(proof, step))));
        proofs.forEach(
                proof -> proof.steps().stream().filter(Step::run).forEach(step -> names.remove(name(proof, step))));
        return names;
    }

    /** Their names, as {@code course/lesson/task: step}. */
    Set<String> flaky() {
        Map<String, Set<Integer>> failedRounds = new TreeMap<>();
        for (PartProof proof : proofs) {
            proof.steps().stream().filter(Step::failed).forEach(step -> failedRounds
                    .computeIfAbsent(name(proof, step), name -> new TreeSet<>())
                    .add(proof.round()));
        }
        failedRounds.values().removeIf(failed -> failed.size() == rounds);
        return failedRounds.keySet();
    }

    @Override
    public String toString() {
        Set<String> tasks = new HashSet<>();
        Set<String> names = new HashSet<>();
        long steps = 0;
        for (PartProof proof : proofs) {
            if (proof.isTask()) {
                tasks.add(proof.name());
            }
            proof.steps().forEach(step -> names.add(name(proof, step)));
            steps += proof.steps().stream().filter(Step::run).count();
        }
        double rate = names.isEmpty() ? 0 : 100.0 * flaky().size() / names.size();
        return String.format(
                Locale.ROOT,
                "%s, %s, %d failed%s, flake rate %.1f %% over %s",
                Words.count(tasks.size(), "task"),
                Words.count(steps, "step"),
                failed(),
                notRun().isEmpty() ? "" : ", " + notRun().size() + " not run",
                rate,
                Words.count(rounds, "round"));
    }

    private static String name(PartProof proof, Step step) {
        return proof.name() + ": " + step.name();
    }
}
