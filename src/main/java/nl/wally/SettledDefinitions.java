package nl.wally;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Says that no bean will be defined any more, as soon as that is so. Spring itself says it after the web server is made, and
 * that makes nearly all beans: until it is said, each field that wants a bean has all of a thousand definitions looked through
 * for its type, for nothing is remembered. That was a fifth of the work of the thread that makes the beans.
 *
 * <p>A post-processor of beans is the first to be made once all that changes definitions has run; it processes nothing.
 */
@Component
class SettledDefinitions implements BeanPostProcessor, PriorityOrdered, BeanFactoryAware {
    @Override
    public void setBeanFactory(BeanFactory beans) {
        ((ConfigurableListableBeanFactory) beans).freezeConfiguration();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
