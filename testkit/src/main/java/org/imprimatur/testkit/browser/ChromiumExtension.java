package org.imprimatur.testkit.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one Chromium a test run, lends it to test methods, and skips visibly where there is none. */
final class ChromiumExtension implements ExecutionCondition, ParameterResolver {
    private static final Namespace OURS = Namespace.create(ChromiumExtension.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return toolchain(context)
                .fold(
                        ready -> ConditionEvaluationResult.enabled("Chromium is at " + ready.chromium()),
                        missing -> mustRun()
                                ? ConditionEvaluationResult.enabled("CI=true, so what is missing is a failure")
                                : ConditionEvaluationResult.disabled(missing.reason()));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Toolchain.Ready ready = toolchain(context).fold(found -> found, missing -> {
            throw new IllegalStateException(missing.reason());
        });
        return running(context, ready).browser();
    }

    private static Toolchain toolchain(ExtensionContext context) {
        return store(context).computeIfAbsent(Toolchain.class, key -> Toolchain.find(System.getenv()), Toolchain.class);
    }

    private static RunningChromium running(ExtensionContext context, Toolchain.Ready ready) {
        return store(context)
                .computeIfAbsent(RunningChromium.class, key -> RunningChromium.start(ready), RunningChromium.class);
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(OURS);
    }

    private static boolean mustRun() {
        return "true".equals(System.getenv("CI"));
    }
}
