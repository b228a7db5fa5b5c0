"""Finding a person (route `patients`: `PatientsPage`) and registering one (`new_person`: `NewPersonPage`)."""
