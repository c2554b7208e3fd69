package dev.drydock.web;

import dev.drydock.web.FragmentCache.Key;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.web.csrf.CsrfToken;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentExpression.ExecutedFragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/** See {@link CachedFragments}. */
final class CachedFragmentProcessor extends AbstractAttributeTagProcessor {

    /** After th:each, th:if and th:with of the same element. */
    private static final int PRECEDENCE = 650;

    private static final String TOKEN = "formToken";

    /** Nobody can write this into a lesson. It is in the cache where a page has its form token. */
    private static final String TOKEN_PLACE = "token-" + UUID.randomUUID();

    private final FragmentCache cache;

    CachedFragmentProcessor(String prefix, FragmentCache cache) {
        super(TemplateMode.HTML, prefix, null, false, "replace", true, PRECEDENCE, true);
        this.cache = cache;
    }

    @Override
    protected void doProcess(
            ITemplateContext context,
            IProcessableElementTag tag,
            AttributeName name,
            String value,
            IElementTagStructureHandler structure) {
        ExecutedFragmentExpression call =
                FragmentExpression.createExecutedFragmentExpression(context, expression(context, value));
        String fragment = call.getTemplateNameExpressionResult() + " :: " + call.getFragmentSelectorExpressionResult();
        Key key = new Key(fragment, context.getLocale(), arguments(value, call));
        String html = cache.find(key);
        if (html == null) {
            html = render(context, call, key);
            cache.put(key, html);
        }
        structure.replaceWith(new FilledFragment(html, TOKEN_PLACE, formToken(context)), false);
    }

    private static FragmentExpression expression(ITemplateContext context, String value) {
        Object expression = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, value);
        if (expression instanceof FragmentExpression fragment) {
            return fragment;
        }
        throw new IllegalStateException("cached:replace wants a ~{fragment}, not " + value);
    }

    private static Map<String, Object> arguments(String value, ExecutedFragmentExpression call) {
        if (call.hasSyntheticParameters()) {
            throw new IllegalStateException("The arguments of cached:replace have to be named: " + value);
        }
        Map<String, Object> arguments = call.getFragmentParameters();
        return arguments == null ? Map.of() : arguments;
    }

    /** Without the page's context, so that nothing of it can get into what other pages show. */
    private static String render(ITemplateContext context, ExecutedFragmentExpression call, Key key) {
        Map<String, Object> variables = new HashMap<>(key.arguments());
        variables.put(TOKEN, TOKEN_PLACE);
        StringWriter html = new StringWriter();
        context.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(
                        new TemplateSpec(
                                FragmentExpression.resolveTemplateName(call),
                                FragmentExpression.resolveFragments(call),
                                TemplateMode.HTML,
                                null),
                        new Context(key.language(), variables),
                        html);
        return html.toString();
    }

    /** Within another cached fragment it stays a place. Tokens are Base64 for addresses: there is nothing to escape. */
    private static String formToken(ITemplateContext context) {
        if (TOKEN_PLACE.equals(context.getVariable(TOKEN))) {
            return TOKEN_PLACE;
        }
        return context.getVariable("_csrf") instanceof CsrfToken token ? token.getToken() : "";
    }
}
