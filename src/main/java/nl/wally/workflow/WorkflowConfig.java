package nl.wally.workflow;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tables of the life cycle, read once at start: a table that contradicts itself keeps the server from starting. */
@Configuration(proxyBeanMethods = false)
class WorkflowConfig {
    @Bean
    TaskRules taskRules() {
        return TaskRules.load();
    }

    @Bean
    TaskCompletion taskCompletion() {
        return new TaskCompletion(StateTable.load());
    }
}
