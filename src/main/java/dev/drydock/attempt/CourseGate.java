package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.SignedInLearner;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Everything below a lesson's page (checks, quizzes, files, resets) is only there where the learner's class shows the course, and has
 * opened it. Here, and not in each handler, so that none can forget it; the page itself says when it opens.
 */
@Component
class CourseGate implements WebMvcConfigurer, HandlerInterceptor {

    private final Permits permits;

    CourseGate(Permits permits) {
        this.permits = permits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/courses/*/lessons/*/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Learner learner = SignedInLearner.of(request.getUserPrincipal());
        if (!permits.isOpen(course(request), learner)) {
            throw Answers.gone();
        }
        return true;
    }

    private static String course(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map ? String.valueOf(map.get("course")) : "";
    }
}
