CREATE TABLE accounts (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    sign_in TEXT NOT NULL,
    shown_name TEXT NOT NULL,
    prescriber_name TEXT DEFAULT '' NOT NULL,
    prescriber_address TEXT DEFAULT '' NOT NULL,
    prescriber_phone TEXT DEFAULT '' NOT NULL,
    inami TEXT DEFAULT '' NOT NULL,
    public_key BLOB NOT NULL,
    disabled BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT uq_accounts_sign_in UNIQUE (sign_in),
    CONSTRAINT ck_accounts_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_accounts_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id)
);

CREATE TABLE audit (
    seq INTEGER NOT NULL,
    at VARCHAR(27) NOT NULL,
    account CHAR(32),
    act TEXT NOT NULL,
    "table" TEXT,
    "row" CHAR(32),
    revision INTEGER,
    purpose TEXT DEFAULT '' NOT NULL,
    hash BLOB NOT NULL,
    CONSTRAINT pk_audit PRIMARY KEY (seq)
);

CREATE INDEX ix_audit_row ON audit ("row");

CREATE TABLE history (
    id CHAR(32) NOT NULL,
    "table" TEXT NOT NULL,
    "row" CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    author CHAR(32),
    at VARCHAR(27) NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    content TEXT NOT NULL,
    CONSTRAINT pk_history PRIMARY KEY (id),
    CONSTRAINT uq_history_table_row_revision UNIQUE ("table", "row", revision)
);

CREATE TABLE keepsakes (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_keepsakes PRIMARY KEY (name)
);

CREATE TABLE search_slips (
    variant TEXT NOT NULL,
    word TEXT NOT NULL,
    CONSTRAINT pk_search_slips PRIMARY KEY (variant, word)
)
 WITHOUT ROWID;

CREATE TABLE account_roles (
    account CHAR(32) NOT NULL,
    role TEXT NOT NULL,
    CONSTRAINT pk_account_roles PRIMARY KEY (account, role),
    CONSTRAINT fk_account_roles_account FOREIGN KEY(account) REFERENCES accounts (id)
);

CREATE TABLE kit_lots (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    kit TEXT NOT NULL,
    lot TEXT NOT NULL,
    expires_on DATE NOT NULL,
    CONSTRAINT pk_kit_lots PRIMARY KEY (id),
    CONSTRAINT ck_kit_lots_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_kit_lots_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id)
);

CREATE TABLE patients (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    code TEXT NOT NULL,
    gender VARCHAR(40) NOT NULL,
    born_first DATE,
    born_last DATE,
    languages TEXT DEFAULT '' NOT NULL,
    milieu VARCHAR(40) NOT NULL,
    nationality TEXT DEFAULT '' NOT NULL,
    relation VARCHAR(40) NOT NULL,
    discretion TEXT DEFAULT '' NOT NULL,
    allergies TEXT DEFAULT '' NOT NULL,
    agreed_word TEXT DEFAULT '' NOT NULL,
    deceased BOOLEAN DEFAULT 0 NOT NULL,
    departed BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_patients PRIMARY KEY (id),
    CONSTRAINT ck_patients_born_in_order CHECK (born_first <= born_last),
    CONSTRAINT ck_patients_born_both_or_neither CHECK ((born_first IS NULL) = (born_last IS NULL)),
    CONSTRAINT uq_patients_code UNIQUE (code),
    CONSTRAINT ck_patients_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_patients_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT ck_patients_gender CHECK (gender IN ('woman', 'man', 'trans_woman', 'trans_man', 'transgender', 'unknown')),
    CONSTRAINT ck_patients_milieu CHECK (milieu IN ('street', 'window', 'bar', 'cafe', 'private', 'internet', 'unknown')),
    CONSTRAINT ck_patients_relation CHECK (relation IN ('worker', 'partner', 'child'))
);

CREATE TABLE places (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    code TEXT NOT NULL,
    label TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    CONSTRAINT pk_places PRIMARY KEY (id),
    CONSTRAINT uq_places_code UNIQUE (code),
    CONSTRAINT ck_places_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_places_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT ck_places_kind CHECK (kind IN ('permanence', 'practice', 'outreach', 'medibus', 'other'))
);

CREATE TABLE rule_choices (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    rule TEXT NOT NULL,
    edition TEXT NOT NULL,
    switched_on BOOLEAN,
    due_after_days INTEGER,
    validated_by CHAR(32),
    validated_on DATE,
    CONSTRAINT pk_rule_choices PRIMARY KEY (id),
    CONSTRAINT uq_rule_choices_rule_edition UNIQUE (rule, edition),
    CONSTRAINT ck_rule_choices_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_rule_choices_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_rule_choices_validated_by FOREIGN KEY(validated_by) REFERENCES accounts (id)
);

CREATE TABLE settings (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_settings PRIMARY KEY (id),
    CONSTRAINT uq_settings_name UNIQUE (name),
    CONSTRAINT ck_settings_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_settings_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id)
);

CREATE TABLE standing_orders (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    doctor CHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    until DATE,
    CONSTRAINT pk_standing_orders PRIMARY KEY (id),
    CONSTRAINT ck_standing_orders_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_standing_orders_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_standing_orders_doctor FOREIGN KEY(doctor) REFERENCES accounts (id)
);

CREATE TABLE vaccine_lots (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    product TEXT NOT NULL,
    lot TEXT NOT NULL,
    expires_on DATE NOT NULL,
    donor TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_vaccine_lots PRIMARY KEY (id),
    CONSTRAINT ck_vaccine_lots_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_vaccine_lots_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id)
);

CREATE TABLE calendar_exceptions (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    place CHAR(32),
    "on" DATE NOT NULL,
    kind VARCHAR(40) NOT NULL,
    starts TEXT DEFAULT '' NOT NULL,
    ends TEXT DEFAULT '' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_calendar_exceptions PRIMARY KEY (id),
    CONSTRAINT ck_calendar_exceptions_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_calendar_exceptions_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_calendar_exceptions_place FOREIGN KEY(place) REFERENCES places (id),
    CONSTRAINT ck_calendar_exceptions_kind CHECK (kind IN ('closed', 'extra'))
);

CREATE TABLE calendar_rules (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    place CHAR(32) NOT NULL,
    rrule TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    valid_from DATE,
    valid_until DATE,
    CONSTRAINT pk_calendar_rules PRIMARY KEY (id),
    CONSTRAINT ck_calendar_rules_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_calendar_rules_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_calendar_rules_place FOREIGN KEY(place) REFERENCES places (id)
);

CREATE TABLE courses (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    "plan" TEXT NOT NULL,
    number INTEGER NOT NULL,
    opened_on DATE NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_courses PRIMARY KEY (id),
    CONSTRAINT ck_courses_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_courses_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_courses_patient FOREIGN KEY(patient) REFERENCES patients (id)
);

CREATE INDEX ix_courses_patient ON courses (patient);

CREATE TABLE due_cache (
    patient CHAR(32) NOT NULL,
    rule TEXT NOT NULL,
    anchor TEXT NOT NULL,
    params TEXT DEFAULT '' NOT NULL,
    due DATE NOT NULL,
    overdue_from DATE,
    expires_after DATE,
    possible_from DATE,
    postponed_until DATE,
    priority INTEGER NOT NULL,
    CONSTRAINT pk_due_cache PRIMARY KEY (patient, rule, anchor),
    CONSTRAINT fk_due_cache_patient FOREIGN KEY(patient) REFERENCES patients (id)
)
 WITHOUT ROWID;

CREATE INDEX ix_due_cache_due ON due_cache (due);

CREATE INDEX ix_due_cache_priority ON due_cache (priority, due);

CREATE TABLE patient_names (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    name TEXT NOT NULL,
    shown BOOLEAN DEFAULT 0 NOT NULL,
    CONSTRAINT pk_patient_names PRIMARY KEY (id),
    CONSTRAINT ck_patient_names_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_patient_names_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_patient_names_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT ck_patient_names_kind CHECK (kind IN ('alias', 'civil', 'former', 'telephone'))
);

CREATE INDEX ix_patient_names_patient ON patient_names (patient);

CREATE TABLE reminder_acts (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    rule TEXT NOT NULL,
    anchor TEXT NOT NULL,
    kind VARCHAR(40) NOT NULL,
    "on" DATE NOT NULL,
    until DATE,
    reason TEXT DEFAULT '' NOT NULL,
    facts TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_reminder_acts PRIMARY KEY (id),
    CONSTRAINT ck_reminder_acts_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_reminder_acts_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_reminder_acts_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT ck_reminder_acts_kind CHECK (kind IN ('done_elsewhere', 'referred', 'decided', 'refused', 'dismissed', 'postponed'))
);

CREATE INDEX ix_reminder_acts_patient ON reminder_acts (patient);

CREATE TABLE search_keys (
    patient CHAR(32) NOT NULL,
    folded TEXT NOT NULL,
    CONSTRAINT pk_search_keys PRIMARY KEY (patient),
    CONSTRAINT fk_search_keys_patient FOREIGN KEY(patient) REFERENCES patients (id)
);

CREATE TABLE sessions (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    place CHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    starts TEXT DEFAULT '' NOT NULL,
    ends TEXT DEFAULT '' NOT NULL,
    opened_at VARCHAR(27) NOT NULL,
    closed_at VARCHAR(27),
    closed_by CHAR(32),
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT ck_sessions_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_sessions_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_sessions_place FOREIGN KEY(place) REFERENCES places (id),
    CONSTRAINT fk_sessions_closed_by FOREIGN KEY(closed_by) REFERENCES accounts (id)
);

CREATE INDEX ix_sessions_on ON sessions ("on", place);

CREATE UNIQUE INDEX uq_sessions_place_on ON sessions (place, "on") WHERE NOT voided;

CREATE TABLE standing_order_items (
    standing_order CHAR(32) NOT NULL,
    covers VARCHAR(40) NOT NULL,
    code TEXT NOT NULL,
    CONSTRAINT pk_standing_order_items PRIMARY KEY (standing_order, covers, code),
    CONSTRAINT fk_standing_order_items_standing_order FOREIGN KEY(standing_order) REFERENCES standing_orders (id),
    CONSTRAINT ck_standing_order_items_covers CHECK (covers IN ('test', 'vaccine'))
);

CREATE TABLE statements (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    kind VARCHAR(40) NOT NULL,
    "on" DATE NOT NULL,
    until DATE,
    subject TEXT DEFAULT 'hepatitis_b' NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (id),
    CONSTRAINT ck_statements_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_statements_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_statements_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT ck_statements_kind CHECK (kind IN ('proposed', 'declined', 'contraindicated', 'never_vaccinated', 'cleared'))
);

CREATE INDEX ix_statements_patient ON statements (patient);

CREATE TABLE session_kits (
    session CHAR(32) NOT NULL,
    kit_lot CHAR(32) NOT NULL,
    CONSTRAINT pk_session_kits PRIMARY KEY (session, kit_lot),
    CONSTRAINT fk_session_kits_session FOREIGN KEY(session) REFERENCES sessions (id),
    CONSTRAINT fk_session_kits_kit_lot FOREIGN KEY(kit_lot) REFERENCES kit_lots (id)
);

CREATE TABLE session_lots (
    session CHAR(32) NOT NULL,
    vaccine_lot CHAR(32) NOT NULL,
    CONSTRAINT pk_session_lots PRIMARY KEY (session, vaccine_lot),
    CONSTRAINT fk_session_lots_session FOREIGN KEY(session) REFERENCES sessions (id),
    CONSTRAINT fk_session_lots_vaccine_lot FOREIGN KEY(vaccine_lot) REFERENCES vaccine_lots (id)
);

CREATE TABLE session_staff (
    session CHAR(32) NOT NULL,
    account CHAR(32) NOT NULL,
    CONSTRAINT pk_session_staff PRIMARY KEY (session, account),
    CONSTRAINT fk_session_staff_session FOREIGN KEY(session) REFERENCES sessions (id),
    CONSTRAINT fk_session_staff_account FOREIGN KEY(account) REFERENCES accounts (id)
);

CREATE TABLE visits (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    session CHAR(32) NOT NULL,
    patient CHAR(32) NOT NULL,
    "on" DATE NOT NULL,
    state VARCHAR(40) NOT NULL,
    arrived_at VARCHAR(27) NOT NULL,
    ended_at VARCHAR(27),
    with_doctor BOOLEAN DEFAULT 0 NOT NULL,
    with_nurse BOOLEAN DEFAULT 0 NOT NULL,
    sign VARCHAR(40),
    sign_reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_visits PRIMARY KEY (id),
    CONSTRAINT ck_visits_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_visits_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_visits_session FOREIGN KEY(session) REFERENCES sessions (id),
    CONSTRAINT fk_visits_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT ck_visits_state CHECK (state IN ('arrived', 'consultation', 'done', 'left_unseen')),
    CONSTRAINT ck_visits_sign CHECK (sign IN ('card', 'birth_year', 'code', 'word', 'none'))
);

CREATE INDEX ix_visits_on ON visits ("on", session, patient, state, voided);

CREATE INDEX ix_visits_patient ON visits (patient, "on");

CREATE INDEX ix_visits_session ON visits (session);

CREATE UNIQUE INDEX uq_visits_session_patient ON visits (session, patient) WHERE NOT voided;

CREATE TABLE doses (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    course CHAR(32) NOT NULL,
    visit CHAR(32),
    on_first DATE NOT NULL,
    on_last DATE NOT NULL,
    product TEXT NOT NULL,
    vaccine_lot CHAR(32),
    lot_text TEXT DEFAULT '' NOT NULL,
    site VARCHAR(40),
    declared BOOLEAN DEFAULT 0 NOT NULL,
    sub_standard BOOLEAN DEFAULT 0 NOT NULL,
    place TEXT DEFAULT '' NOT NULL,
    override_reason TEXT DEFAULT '' NOT NULL,
    ordered_by CHAR(32),
    standing_order CHAR(32),
    done_by CHAR(32),
    CONSTRAINT pk_doses PRIMARY KEY (id),
    CONSTRAINT ck_doses_on_in_order CHECK (on_first <= on_last),
    CONSTRAINT ck_doses_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_doses_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_doses_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_doses_course FOREIGN KEY(course) REFERENCES courses (id),
    CONSTRAINT fk_doses_visit FOREIGN KEY(visit) REFERENCES visits (id),
    CONSTRAINT fk_doses_vaccine_lot FOREIGN KEY(vaccine_lot) REFERENCES vaccine_lots (id),
    CONSTRAINT ck_doses_site CHECK (site IN ('left_deltoid', 'right_deltoid', 'left_thigh', 'right_thigh', 'other')),
    CONSTRAINT fk_doses_ordered_by FOREIGN KEY(ordered_by) REFERENCES accounts (id),
    CONSTRAINT fk_doses_standing_order FOREIGN KEY(standing_order) REFERENCES standing_orders (id),
    CONSTRAINT fk_doses_done_by FOREIGN KEY(done_by) REFERENCES accounts (id)
);

CREATE INDEX ix_doses_on ON doses (on_first, patient, voided);

CREATE INDEX ix_doses_patient ON doses (patient);

CREATE INDEX ix_doses_visit ON doses (visit);

CREATE TABLE drafts (
    id CHAR(32) NOT NULL,
    author CHAR(32) NOT NULL,
    patient CHAR(32) NOT NULL,
    visit CHAR(32),
    form TEXT NOT NULL,
    begun_on DATE NOT NULL,
    body TEXT NOT NULL,
    revision INTEGER NOT NULL,
    written_at VARCHAR(27) NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (id),
    CONSTRAINT uq_drafts_author_patient_visit_form UNIQUE (author, patient, visit, form),
    CONSTRAINT fk_drafts_author FOREIGN KEY(author) REFERENCES accounts (id),
    CONSTRAINT fk_drafts_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_drafts_visit FOREIGN KEY(visit) REFERENCES visits (id)
);

CREATE TABLE journal_entries (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    visit CHAR(32),
    "on" DATE NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT pk_journal_entries PRIMARY KEY (id),
    CONSTRAINT ck_journal_entries_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_journal_entries_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_journal_entries_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_journal_entries_visit FOREIGN KEY(visit) REFERENCES visits (id)
);

CREATE INDEX ix_journal_entries_patient ON journal_entries (patient, "on");

CREATE TABLE rapid_tests (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    visit CHAR(32),
    "on" DATE NOT NULL,
    test TEXT NOT NULL,
    kit_lot CHAR(32),
    times VARCHAR(40) NOT NULL,
    started_at VARCHAR(27),
    read_at VARCHAR(27),
    control_line BOOLEAN NOT NULL,
    test_line VARCHAR(40) NOT NULL,
    result VARCHAR(40) NOT NULL,
    operator CHAR(32) NOT NULL,
    override_reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_rapid_tests PRIMARY KEY (id),
    CONSTRAINT ck_rapid_tests_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_rapid_tests_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_rapid_tests_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_rapid_tests_visit FOREIGN KEY(visit) REFERENCES visits (id),
    CONSTRAINT fk_rapid_tests_kit_lot FOREIGN KEY(kit_lot) REFERENCES kit_lots (id),
    CONSTRAINT ck_rapid_tests_times CHECK (times IN ('noted', 'not_noted')),
    CONSTRAINT ck_rapid_tests_test_line CHECK (test_line IN ('none', 'faint', 'clear')),
    CONSTRAINT ck_rapid_tests_result CHECK (result IN ('non_reactive', 'reactive', 'invalid')),
    CONSTRAINT fk_rapid_tests_operator FOREIGN KEY(operator) REFERENCES accounts (id)
);

CREATE INDEX ix_rapid_tests_on ON rapid_tests ("on", result);

CREATE INDEX ix_rapid_tests_patient ON rapid_tests (patient);

CREATE INDEX ix_rapid_tests_visit ON rapid_tests (visit);

CREATE TABLE requests (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    number TEXT NOT NULL,
    patient CHAR(32) NOT NULL,
    visit CHAR(32),
    "on" DATE NOT NULL,
    panel TEXT DEFAULT '' NOT NULL,
    urgent BOOLEAN DEFAULT 0 NOT NULL,
    named BOOLEAN DEFAULT 0 NOT NULL,
    payer VARCHAR(40) NOT NULL,
    clinical_data TEXT DEFAULT '' NOT NULL,
    ordered_by CHAR(32) NOT NULL,
    standing_order CHAR(32),
    done_by CHAR(32),
    signed_at VARCHAR(27),
    signed_by CHAR(32),
    cancel_reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_requests PRIMARY KEY (id),
    CONSTRAINT uq_requests_number UNIQUE (number),
    CONSTRAINT ck_requests_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_requests_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_requests_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_requests_visit FOREIGN KEY(visit) REFERENCES visits (id),
    CONSTRAINT ck_requests_payer CHECK (payer IN ('free', 'mutuelle', 'amu', 'association')),
    CONSTRAINT fk_requests_ordered_by FOREIGN KEY(ordered_by) REFERENCES accounts (id),
    CONSTRAINT fk_requests_standing_order FOREIGN KEY(standing_order) REFERENCES standing_orders (id),
    CONSTRAINT fk_requests_done_by FOREIGN KEY(done_by) REFERENCES accounts (id),
    CONSTRAINT fk_requests_signed_by FOREIGN KEY(signed_by) REFERENCES accounts (id)
);

CREATE INDEX ix_requests_on ON requests ("on");

CREATE INDEX ix_requests_patient ON requests (patient);

CREATE INDEX ix_requests_visit ON requests (visit);

CREATE TABLE visit_types (
    visit CHAR(32) NOT NULL,
    type VARCHAR(40) NOT NULL,
    origin VARCHAR(40) NOT NULL,
    CONSTRAINT pk_visit_types PRIMARY KEY (visit, type),
    CONSTRAINT fk_visit_types_visit FOREIGN KEY(visit) REFERENCES visits (id),
    CONSTRAINT ck_visit_types_type CHECK (type IN ('general', 'screening', 'vaccination', 'addiction', 'wound', 'violence')),
    CONSTRAINT ck_visit_types_origin CHECK (origin IN ('derived', 'chosen'))
)
 WITHOUT ROWID;

CREATE TABLE specimens (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    request CHAR(32) NOT NULL,
    tube_index INTEGER NOT NULL,
    specimen TEXT NOT NULL,
    tube TEXT NOT NULL,
    site TEXT DEFAULT '' NOT NULL,
    state VARCHAR(40) NOT NULL,
    taken_on DATE,
    taken_at VARCHAR(27),
    taken_by CHAR(32),
    end_reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_specimens PRIMARY KEY (id),
    CONSTRAINT uq_specimens_request_tube_index UNIQUE (request, tube_index),
    CONSTRAINT ck_specimens_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_specimens_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_specimens_request FOREIGN KEY(request) REFERENCES requests (id),
    CONSTRAINT ck_specimens_state CHECK (state IN ('ordered', 'taken', 'bagged', 'collected', 'lost', 'refused', 'damaged')),
    CONSTRAINT fk_specimens_taken_by FOREIGN KEY(taken_by) REFERENCES accounts (id)
);

CREATE TABLE lines (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    specimen CHAR(32) NOT NULL,
    patient CHAR(32) NOT NULL,
    test TEXT NOT NULL,
    state VARCHAR(40) NOT NULL,
    end_reason TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_lines PRIMARY KEY (id),
    CONSTRAINT ck_lines_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_lines_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_lines_specimen FOREIGN KEY(specimen) REFERENCES specimens (id),
    CONSTRAINT fk_lines_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT ck_lines_state CHECK (state IN ('waiting', 'received', 'reviewed', 'handed_over', 'closed', 'cancelled'))
);

CREATE INDEX ix_lines_patient ON lines (patient, test, state);

CREATE INDEX ix_lines_specimen ON lines (specimen);

CREATE INDEX ix_lines_state ON lines (state, test);

CREATE TABLE results (
    id CHAR(32) NOT NULL,
    revision INTEGER NOT NULL,
    voided BOOLEAN DEFAULT 0 NOT NULL,
    entered_at VARCHAR(27) NOT NULL,
    entered_by CHAR(32),
    patient CHAR(32) NOT NULL,
    line CHAR(32),
    test TEXT NOT NULL,
    on_first DATE NOT NULL,
    on_last DATE NOT NULL,
    resulted_on DATE NOT NULL,
    value TEXT DEFAULT '' NOT NULL,
    number TEXT,
    comparator TEXT DEFAULT '' NOT NULL,
    unit TEXT DEFAULT '' NOT NULL,
    visit CHAR(32),
    CONSTRAINT pk_results PRIMARY KEY (id),
    CONSTRAINT ck_results_on_in_order CHECK (on_first <= on_last),
    CONSTRAINT ck_results_comparator_known CHECK (comparator IN ('', '<', '<=', '>', '>=')),
    CONSTRAINT ck_results_revision_counts CHECK (revision >= 1),
    CONSTRAINT fk_results_entered_by FOREIGN KEY(entered_by) REFERENCES accounts (id),
    CONSTRAINT fk_results_patient FOREIGN KEY(patient) REFERENCES patients (id),
    CONSTRAINT fk_results_line FOREIGN KEY(line) REFERENCES lines (id),
    CONSTRAINT fk_results_visit FOREIGN KEY(visit) REFERENCES visits (id)
);

CREATE INDEX ix_results_figures ON results (on_first, test, patient);

CREATE INDEX ix_results_line ON results (line);

CREATE INDEX ix_results_patient ON results (patient);
