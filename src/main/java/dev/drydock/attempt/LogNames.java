package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.account.SignedInLearner;
import dev.drydock.machine.LogContext;
import dev.drydock.machine.MachineId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Says in every line that is logged during a learner's request whose request it is, and which machine they had when it came. */
@Component
class LogNames implements HandlerInterceptor, WebMvcConfigurer {

    private final LearnerMachines machines;

    LogNames(LearnerMachines machines) {
        this.machines = machines;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Who asks is only looked up where somebody's answer depends on it: assets cost no query. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && request.getUserPrincipal() instanceof SignedInLearner signedIn) {
            put(signedIn.getPrincipal(), machines.lastSeen(signedIn.getPrincipal()));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        MDC.remove(LogContext.LEARNER);
        MDC.remove(LogContext.MACHINE);
    }

    private static void put(Learner learner, Optional<MachineId> machine) {
        MDC.put(LogContext.LEARNER, learner.id().value());
        machine.ifPresent(id -> MDC.put(LogContext.MACHINE, id.value()));
    }
}
