-- Most of what resources refer to is referred to a few times, and a practice or a Wally thousands of times. A statement that is
-- sent often is planned for the average: a search for one thing of a practice then went through all that the practice has. Said
-- is therefore what holds for those that searches name: as if everything referred to one of two thousand.
alter table if exists hfj_res_link alter column target_resource_id set (n_distinct = 2000);

-- The planner hears of it when it next looks at the table; with many referrals that is months away.
do $$
begin
    if to_regclass('hfj_res_link') is not null then
        analyze hfj_res_link (target_resource_id);
    end if;
end
$$;
