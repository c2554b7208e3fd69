package dev.drydock.classroom;

import dev.drydock.account.ForInstructors;
import dev.drydock.account.Learner;
import dev.drydock.account.LearnerName;
import dev.drydock.account.Learners;
import dev.drydock.account.PersonalCodes;
import dev.drydock.attempt.LearnerMachines;
import dev.drydock.attempt.Resets;
import dev.drydock.classroom.Invitations.Handout;
import dev.drydock.classroom.Members.Member;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an instructor does for one learner of a class. */
@Controller
@ForInstructors
@ConditionalOnBooleanProperty("drydock.classroom.open")
@RequestMapping("/teach/classes/{id}/members/{member}")
class RosterController {

    private static final Logger log = LoggerFactory.getLogger(RosterController.class);

    private final OwnClass own;
    private final Members members;
    private final Removals removals;
    private final Learners learners;
    private final PersonalCodes codes;
    private final LearnerMachines machines;
    private final Resets resets;

    RosterController(
            OwnClass own,
            Members members,
            Removals removals,
            Learners learners,
            PersonalCodes codes,
            LearnerMachines machines,
            Resets resets) {
        this.own = own;
        this.members = members;
        this.removals = removals;
        this.learners = learners;
        this.codes = codes;
        this.machines = machines;
        this.resets = resets;
    }

    /** Whom a form is about, in a class of the instructor's own. Asked before each handler here, so that none can forget it. */
    record Place(TaughtClass taught, Member member) {

        private Learner learner() {
            return member.learner();
        }

        /** What only goes for whoever is in the class: whom it has removed is no business of its instructor's. */
        private Place present() {
            if (!member.isPresent()) {
                throw OwnClass.gone();
            }
            return this;
        }
    }

    @ModelAttribute("place")
    Place place(@PathVariable String id, @PathVariable String member, @AuthenticationPrincipal Learner instructor) {
        TaughtClass taught = own.find(instructor, id);
        return new Place(taught, members.find(taught.id(), member).orElseThrow(OwnClass::gone));
    }

    /** Whoever changes the language on an answered form, or opens it from the browser's history. */
    @GetMapping({"/name", "/code", "/machine", "/remove", "/readmit"})
    String form(@ModelAttribute(name = "place", binding = false) Place place) {
        return "redirect:" + place.taught().path();
    }

    @PostMapping("/name")
    String rename(
            @ModelAttribute(name = "place", binding = false) Place place,
            @RequestParam(defaultValue = "") String name,
            Locale language,
            Model model,
            HttpServletResponse response) {
        LearnerName wanted = LearnerName.of(name);
        Optional<LearnerName.Fault> fault = wanted.fault();
        if (fault.isPresent()) {
            return own.problem("name-" + fault.get().word(), place.taught(), language, model, response);
        }
        learners.rename(place.present().learner().id(), wanted.text());
        return OwnClass.done(place.taught(), Told.SAVED);
    }

    /** The answer itself shows the code, and nothing else ever does. */
    @PostMapping("/code")
    String renewCode(@ModelAttribute(name = "place", binding = false) Place place, Locale language, Model model) {
        Learner learner = place.present().learner();
        model.addAttribute("handouts", List.of(new Handout(learner.name(), codes.renew(learner.id()))));
        model.addAttribute("problems", List.of());
        own.page(place.taught(), language, model);
        return "classroom/codes";
    }

    @PostMapping("/machine")
    String resetMachine(@ModelAttribute(name = "place", binding = false) Place place) {
        return OwnClass.done(place.taught(), reset(place.present().learner()));
    }

    /** Nobody gets a machine by this who has none. */
    private Told reset(Learner learner) {
        try {
            if (machines.find(learner).isEmpty()) {
                return Told.MACHINE_NONE;
            }
        } catch (RuntimeException e) {
            log.error("The machine of learner {} cannot be looked up. {}", learner.id(), e.getMessage());
            return Told.MACHINE_AWAY;
        }
        return switch (resets.toNothing(learner)) {
            case READY -> Told.MACHINE_READY;
            case FULL -> Told.MACHINE_FULL;
            case FAILED, OFFLINE, AWAY -> Told.MACHINE_AWAY;
        };
    }

    @PostMapping("/remove")
    String remove(@ModelAttribute(name = "place", binding = false) Place place) {
        removals.remove(place.taught(), place.present().learner().id());
        return OwnClass.done(place.taught(), Told.REMOVED);
    }

    @PostMapping("/readmit")
    String readmit(@ModelAttribute(name = "place", binding = false) Place place) {
        removals.undo(place.taught(), place.learner().id());
        return OwnClass.done(place.taught(), Told.READMITTED);
    }
}
