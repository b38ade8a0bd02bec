package nl.wally.fhir.hapi;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.jpa.api.IDaoRegistry;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.dao.FulltextSearchSvcImpl;
import ca.uhn.fhir.jpa.dao.IFulltextSearchSvc;
import ca.uhn.fhir.jpa.dao.search.HSearchSortHelperImpl;
import ca.uhn.fhir.jpa.dao.search.IHSearchSortHelper;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.provider.DaoRegistryResourceSupportedSvc;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.search.IStaleSearchDeletingSvc;
import ca.uhn.fhir.jpa.search.StaleSearchDeletingSvcImpl;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import nl.wally.fhir.replica.Replica;
import nl.wally.fhir.schema.SchemaConfig;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** HAPI's JPA storage for R4, as a library: the beans it needs and no more. */
@Configuration
@Import({
    JpaR4Config.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
    ThreadPoolFactoryConfig.class
})
public class HapiConfig {
    /** The name of the bean after whose start resources are indexed as promised. */
    public static final String SEARCH_PARAMETERS_LOADED = "searchParametersLoaded";

    /** HAPI's own provider reads search parameters from the database; it is primary too, so it has to go. */
    @Bean
    static BeanDefinitionRegistryPostProcessor withoutStoredSearchParameters() {
        return registry -> registry.removeBeanDefinition("searchParamProvider");
    }

    @Bean
    @Primary
    @DependsOn(SchemaConfig.SCHEMA_MIGRATION)
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            DataSource dataSource,
            Replica replica,
            ConfigurableListableBeanFactory beans,
            ca.uhn.fhir.context.FhirContext context,
            JpaStorageSettings settings) {
        var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, context, settings);
        Map<String, Object> properties = new HashMap<>();
        properties.put(AvailableSettings.DIALECT, HapiFhirPostgresDialect.class.getName());
        properties.put(AvailableSettings.HBM2DDL_AUTO, "none");
        properties.put(AvailableSettings.STATEMENT_BATCH_SIZE, "50");
        properties.put(AvailableSettings.ORDER_INSERTS, "true");
        properties.put(AvailableSettings.ORDER_UPDATES, "true");
        properties.put(HibernateOrmMapperSettings.ENABLED, "false");
        factory.setPersistenceUnitName("HAPI_PU");
        factory.setJpaPropertyMap(properties);
        factory.setDataSource(replica.routed(dataSource));
        return factory;
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory, DataSource dataSource) {
        return new JpaTransactionManager(entityManagerFactory) {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                // Our own tables are written in the transactions of HAPI's, whatever stands between HAPI and the pool.
                setDataSource(dataSource);
            }
        };
    }

    @Bean
    @Primary
    HibernatePropertiesProvider hibernateProperties() {
        // HAPI asks for it in every search, and making one takes as long as asking the database.
        Dialect dialect = new HapiFhirPostgresDialect();
        return new HibernatePropertiesProvider() {
            @Override
            public Dialect getDialect() {
                return dialect;
            }
        };
    }

    @Bean
    @Primary
    ISearchParamProvider promisedSearchParameters(Definitions definitions, Capabilities capabilities) {
        return new PromisedSearchParameters(definitions, capabilities);
    }

    /**
     * The first refresh finds no stored SearchParameter and starts with none; the second, as nothing has changed, asks
     * our provider.
     */
    @Bean(SEARCH_PARAMETERS_LOADED)
    InitializingBean searchParametersLoaded(ISearchParamRegistry registry) {
        return () -> {
            registry.forceRefresh();
            registry.forceRefresh();
        };
    }

    @Bean
    IFulltextSearchSvc fullTextSearchSvc() {
        return new FulltextSearchSvcImpl();
    }

    @Bean
    IStaleSearchDeletingSvc staleSearchDeletingSvc() {
        return new StaleSearchDeletingSvcImpl();
    }

    @Bean
    DatabaseBackedPagingProvider databaseBackedPagingProvider() {
        return new DatabaseBackedPagingProvider();
    }

    @Bean
    IResourceSupportedSvc resourceSupportedSvc(IDaoRegistry registry) {
        return new DaoRegistryResourceSupportedSvc(registry);
    }

    @Bean
    IHSearchSortHelper searchSortHelper(ISearchParamRegistry registry) {
        return new HSearchSortHelperImpl(registry);
    }
}
