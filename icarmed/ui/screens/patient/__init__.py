"""The page of a person: who it is, what to do today, journal, vaccines, tests, requests, papers.

`page.PatientPage` is the page of the route `patient`; each tab is a module. All parts share one `Folder`
(whose file, what was read of it, and which part is asked for); a form opens in place, in a `FormCard`.
"""
