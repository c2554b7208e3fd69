package dev.drydock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.drydock.account.ForInstructors;
import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Public;
import dev.drydock.account.Role;
import dev.drydock.account.SignedInLearner;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Every HTTP and WebSocket handler declares whom it serves, and the security configuration agrees. */
@SpringBootTest
@AutoConfigureMockMvc
class AccessRuleTests {

    @TempDir
    static Path data;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc anonymous;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("drydock.data", data::toString);
        // Nothing here needs an engine, and whoever is found would be left with a mirror.
        registry.add("drydock.engine.address", () -> "unix://" + data.resolve("no-engine.sock"));
        registry.add("drydock.preview", () -> true);
        registry.add("drydock.classroom.open", () -> true);
        registry.add("drydock.import-map", () -> "classpath:plain-templates/importmap.json");
        registry.add("spring.thymeleaf.prefix", () -> "classpath:/plain-templates/");
    }

    @Test
    void everyHandlerDeclaresExactlyOneRule() {
        assertThat(handlers()).isNotEmpty().allSatisfy(handler -> assertThat(handler.rules())
                .as(
                        "%s needs exactly one of @ForLearners, @ForInstructors and @Public, on itself or its class",
                        handler)
                .hasSize(1));
    }

    @Test
    void everyHandlerThatIsNotPublicRefusesWhoIsNotSignedIn() {
        assertThat(handlers())
                .filteredOn(handler -> !handler.rules().contains(Public.class))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(status(handler))
                        .as("%s, asked without signing in", handler)
                        .isEqualTo(401));
    }

    @Test
    void everyHandlerForInstructorsRefusesLearnersAndIsReachedByInstructors() {
        assertThat(handlers())
                .filteredOn(handler -> handler.rules().contains(ForInstructors.class))
                .isNotEmpty()
                .allSatisfy(handler -> {
                    assertThat(status(handler, Role.LEARNER))
                            .as("%s, asked by a learner: it has to be below /teach", handler)
                            .isEqualTo(403);
                    assertThat(status(handler, Role.INSTRUCTOR))
                            .as("%s, asked by an instructor", handler)
                            .isNotIn(401, 403);
                });
    }

    @Test
    void everyHandlerBelowTeachIsForInstructors() {
        assertThat(handlers())
                .filteredOn(handler -> handler.path().startsWith("/teach"))
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(handler.rules()).containsExactly(ForInstructors.class));
    }

    /** Who may what, as docs/security.md tells it. */
    @Test
    void documentationNamesEveryHandlerAndWhomItServes() throws Exception {
        String table = handlers().stream()
                .filter(handler -> !handler.rules().equals(Set.of(Public.class))
                        || !handler.name().equals("assets"))
                .map(handler -> "| `%s %s` | %s |".formatted(handler.method(), handler.pattern(), served(handler)))
                .sorted(Comparator.comparing((String line) -> line.replaceFirst("^. .[A-Z]+ ", ""))
                        .thenComparing(Comparator.naturalOrder()))
                .distinct()
                .collect(Collectors.joining("\n"));

        String documentation = Files.readString(Path.of("docs/security.md"));
        assertThat(documentation)
                .as("docs/security.md should have this table:\n%s\n", table)
                .contains("\n" + table + "\n\n");
    }

    private static String served(Handler handler) {
        if (handler.rules().contains(Public.class)) {
            return "anybody";
        }
        return handler.rules().contains(ForInstructors.class) ? "instructors" : "learners";
    }

    @Test
    void everyPublicHandlerIsReachedByAnybody() {
        assertThat(handlers())
                .filteredOn(handler -> handler.rules().contains(Public.class))
                .filteredOn(handler -> !handler.path().equals("/sign-in")) // whose own answer is 401 too
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(status(handler))
                        .as("%s has to be listed in PublicPaths", handler)
                        .isNotEqualTo(401));
    }

    @Test
    void noHandlerHidesFromThisTest() {
        assertThat(context.getBeansOfType(RouterFunctionMapping.class).values())
                .as("Functional routes have no place for an annotation; write a controller")
                .allSatisfy(routes -> assertThat(routes.getRouterFunction()).isNull());
    }

    private int status(Handler handler, Role role) throws Exception {
        SignedInLearner somebody = new SignedInLearner(new Learner(LearnerId.random(), "Somebody", role));
        return anonymous
                .perform(request(HttpMethod.valueOf(handler.method()), handler.path())
                        .header("Origin", "http://localhost")
                        .with(csrf())
                        .with(authentication(somebody)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int status(Handler handler) throws Exception {
        return anonymous
                .perform(request(HttpMethod.valueOf(handler.method()), handler.path())
                        .header("Origin", "http://localhost")
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<Handler> handlers() {
        List<Handler> found = new ArrayList<>();
        for (HandlerMapping mapping :
                context.getBeansOfType(HandlerMapping.class).values()) {
            if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
                methods.getHandlerMethods().forEach((info, method) -> addMethod(found, info, method));
            } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
                urls.getHandlerMap().forEach((path, handler) -> addObject(found, path, handler));
            }
        }
        return found;
    }

    private static void addMethod(List<Handler> found, RequestMappingInfo info, HandlerMethod method) {
        if (method.getBeanType().getName().startsWith("org.springframework.boot.")) {
            return; // the actuator's, which RequestRulesTests asks for one by one
        }
        Set<Class<?>> rules =
                rulesOf(method.getMethod()).isEmpty() ? rulesOf(method.getBeanType()) : rulesOf(method.getMethod());
        String verb = info.getMethodsCondition().getMethods().stream()
                .findFirst()
                .map(Enum::name)
                .orElse("GET");
        info.getPatternValues()
                .forEach(path -> found.add(new Handler(verb, plain(path), method.toString(), rules, path)));
    }

    private static void addObject(List<Handler> found, String path, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            found.add(new Handler("GET", plain(path), "assets", Set.of(Public.class), path));
        } else if (handler instanceof WebSocketHttpRequestHandler socket) {
            Class<?> type = WebSocketHandlerDecorator.unwrap(socket.getWebSocketHandler())
                    .getClass();
            found.add(new Handler("GET", plain(path), type.getName(), rulesOf(type), path));
        } else {
            found.add(new Handler("GET", plain(path), handler.toString(), Set.of(), path));
        }
    }

    private static Set<Class<?>> rulesOf(AnnotatedElement element) {
        return Stream.of(ForLearners.class, ForInstructors.class, Public.class)
                .filter(rule -> AnnotatedElementUtils.hasAnnotation(element, rule))
                .collect(Collectors.toSet());
    }

    private static String plain(String pattern) {
        return pattern.replaceAll("\\{[^}]*}|\\*+", "x");
    }

    private record Handler(String method, String path, String name, Set<Class<?>> rules, String pattern) {

        @Override
        public String toString() {
            return name + " at " + method + " " + path;
        }
    }
}
