package dev.drydock.account;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether it is one of a classroom: who signs in by a code, and may sign out. */
@ControllerAdvice
class ClassroomAttributes {

    private final ClassroomProperties classroom;

    ClassroomAttributes(ClassroomProperties classroom) {
        this.classroom = classroom;
    }

    @ModelAttribute
    void add(Model model) {
        model.addAttribute("classroom", classroom.open());
    }
}
