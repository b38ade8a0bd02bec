package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/** Spring remembers which beans are of a type by the time at which the web server is made, and all beans with it. */
class SettledDefinitionsTest {
    @Test
    void nothingIsDefinedAnyMoreWhenTheWebServerIsMade() {
        assertThat(isSettledWhenTheWebServerIsMade(new ServerContext())).isFalse();
        var context = new ServerContext();
        context.registerBean(SettledDefinitions.class);
        assertThat(isSettledWhenTheWebServerIsMade(context)).isTrue();
    }

    /** What still changes a definition after that would not be heard. */
    @Test
    void whatChangesDefinitionsHasRunBefore() {
        var settledBefore = new AtomicBoolean(true);
        var context = new ServerContext();
        context.registerBean(SettledDefinitions.class);
        context.registerBean(
                BeanFactoryPostProcessor.class, () -> beans -> settledBefore.set(beans.isConfigurationFrozen()));

        assertThat(isSettledWhenTheWebServerIsMade(context)).isTrue();
        assertThat(settledBefore).isFalse();
    }

    private static boolean isSettledWhenTheWebServerIsMade(ServerContext context) {
        try (context) {
            context.refresh();
            return context.settled.get();
        }
    }

    /** Looks at the moment at which a servlet context makes its web server. */
    private static final class ServerContext extends GenericApplicationContext {
        private final AtomicBoolean settled = new AtomicBoolean();

        @Override
        protected void onRefresh() {
            settled.set(getBeanFactory().isConfigurationFrozen());
        }
    }
}
