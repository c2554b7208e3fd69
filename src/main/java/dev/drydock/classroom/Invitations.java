package dev.drydock.classroom;

import dev.drydock.account.Learner;
import dev.drydock.account.Learners;
import dev.drydock.account.PersonalCodes;
import dev.drydock.classroom.Members.Member;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/** Puts whole lists of names on a roster, each with a code to come by. */
class Invitations {

    private final Classes classes;
    private final Members members;
    private final Admissions admissions;
    private final Learners learners;
    private final PersonalCodes codes;
    private final TransactionOperations transactions;

    Invitations(
            Classes classes,
            Members members,
            Admissions admissions,
            Learners learners,
            PersonalCodes codes,
            TransactionOperations transactions) {
        this.classes = classes;
        this.members = members;
        this.admissions = admissions;
        this.learners = learners;
        this.codes = codes;
        this.transactions = transactions;
    }

    /** Somebody's code, which nobody can show again. */
    record Handout(String name, String code) {}

    /** What comes of a list. */
    sealed interface Outcome {

        /** Nobody was put on the roster: there are not seats enough for all of them. */
        record NoSeats(int wanted) implements Outcome {}

        /** Everybody in the list but what is left out. */
        record Invited(List<Handout> handouts, List<NameList.Problem> problems) implements Outcome {}
    }

    /** Whatever the class's state: its instructor invites. Whose name is on the roster already is left out, so that a list may come twice. */
    Outcome invite(TaughtClass taught, NameList list) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            classes.hold(taught.id());
            NameList fresh = list.without(present(taught));
            if (!admissions.hasRoom(taught, fresh.entries().size())) {
                return new Outcome.NoSeats(fresh.entries().size());
            }
            List<Handout> handouts = fresh.entries().stream()
                    .map(entry -> handout(taught, entry.name()))
                    .toList();
            return new Outcome.Invited(handouts, fresh.problems());
        }));
    }

    private Set<String> present(TaughtClass taught) {
        return members.of(taught.id()).stream()
                .filter(Member::isPresent)
                .map(Member::learner)
                .map(Learner::name)
                .collect(Collectors.toSet());
    }

    private Handout handout(TaughtClass taught, String name) {
        Learner learner = learners.add(name);
        members.add(taught.id(), learner.id());
        return new Handout(name, codes.renew(learner.id()));
    }
}
