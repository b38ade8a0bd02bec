package nl.wally;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Says that no bean will be defined any more, as soon as that is so. Spring itself says it after the web server is made, and
 * that makes nearly all beans: until it is said, each field that wants a bean has all of a thousand definitions looked through
 * for its type, for nothing is remembered. That was a quarter of the work of the thread that makes the beans.
 */
@Component
class SettledDefinitions implements BeanFactoryPostProcessor {
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
