"""`icarmed account`: who may sign in, with which role and password; the recovery sheet and the keys."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from icarmed.commands import opening, recovery
from icarmed.commands.init import add_prescriber_options
from icarmed.domain.findings import Finding, Refused
from icarmed.security.roles import Role

if TYPE_CHECKING:
    from icarmed.domain.office import Account
    from icarmed.usecases.vault.creating import Prescriber


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command, one of its own for each act."""
    parser = subparsers.add_parser("account", help="cli.command.account")
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    _act(acts, "list")
    added = _act(acts, "add")
    added.add_argument("name", metavar="NAME", help="cli.option.target")
    added.add_argument("--role", type=_role, action="append", required=True, help="cli.option.role")
    added.add_argument("--shown-name", metavar="NAME", help="cli.option.shown_name")
    add_prescriber_options(added)
    _add_new_password(added)
    changed = _act(acts, "change")
    changed.add_argument("name", metavar="NAME", help="cli.option.target")
    changed.add_argument("--role", type=_role, action="append", help="cli.option.role")
    changed.add_argument("--shown-name", metavar="NAME", help="cli.option.shown_name")
    add_prescriber_options(changed)
    for act in ("disable", "enable"):
        _act(acts, act).add_argument("name", metavar="NAME", help="cli.option.target")
    password = _act(acts, "password", recovery_code=True)
    password.add_argument("name", nargs="?", metavar="NAME", help="cli.option.password_target")
    _add_new_password(password)
    recovery.add_options(_act(acts, "sheet", recovery_code=True))
    _act(acts, "rotate", recovery_code=True)


def run(args: argparse.Namespace) -> int:
    """Does the act."""
    return _ACTS[args.act](args)


def _act(
    acts: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, *, recovery_code: bool = False
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=f"cli.account.{name}")
    parser.add_argument("--json", action="store_true", help="cli.option.json")
    opening.add_options(parser, recovery=recovery_code)
    return parser


def _add_new_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-password-file", type=Path, metavar="FILE", help="cli.option.new_password_file")


def _role(word: str) -> Role:
    try:
        return Role(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word!r}: {', '.join(Role)}") from None


def _list(args: argparse.Namespace) -> int:
    from icarmed.usecases.accounts import accounts

    with opening.desk(args) as desk:
        found = accounts(desk)
    if args.json:
        print(json.dumps([_shown(one) for one in found], ensure_ascii=False))
        return 0
    told = opening.spoken(args)
    for one in found:
        roles = ", ".join(told.text(f"roles.{role}") for role in sorted(one.roles))
        state = told.text("cli.account.is_disabled") if one.disabled else ""
        print(f"{one.sign_in:16}  {one.shown_name:24}  {roles}  {state}".rstrip())
    return 0


def _shown(one: "Account") -> dict[str, object]:
    return {
        "account": one.sign_in,
        "shown_name": one.shown_name,
        "roles": sorted(one.roles),
        "disabled": one.disabled,
    }


def _add(args: argparse.Namespace) -> int:
    from icarmed.usecases.accounts import AddAccount, add_account

    with opening.vault(args) as (vault, desk):
        order = AddAccount(
            args.name,
            args.shown_name or "",
            _new_password(args, args.name),
            frozenset(args.role),
            _prescriber(args, None),
        )
        add_account(vault, desk, order)
    return _done(args, args.name)


def _change(args: argparse.Namespace) -> int:
    from icarmed.usecases.accounts import ChangeAccount, account_called, change_account

    with opening.desk(args) as desk:
        found = account_called(desk, args.name)
        order = ChangeAccount(
            found.id,
            found.revision,
            args.shown_name,
            frozenset(args.role) if args.role else None,
            _prescriber(args, found),
        )
        change_account(desk, order)
    return _done(args, found.sign_in)


def _prescriber(args: argparse.Namespace, former: "Account | None") -> "Prescriber":
    """The lines as given; what was not given stays as it is."""
    from icarmed.usecases.vault.creating import Prescriber

    given = (args.prescriber_name, args.prescriber_address, args.prescriber_phone, args.inami)
    if former is None:
        kept = ("", "", "", "")
    else:
        kept = (
            former.prescriber_name,
            former.prescriber_address,
            former.prescriber_phone,
            former.inami,
        )
    return Prescriber(*(old if new is None else new for new, old in zip(given, kept, strict=True)))


def _disable(args: argparse.Namespace) -> int:
    from icarmed.usecases.accounts import account_called, disable_account

    with opening.vault(args) as (vault, desk):
        found = account_called(desk, args.name)
        disable_account(vault, desk, found.id)
    return _done(args, found.sign_in)


def _enable(args: argparse.Namespace) -> int:
    from icarmed.usecases.accounts import account_called, enable_account

    with opening.vault(args) as (vault, desk):
        found = account_called(desk, args.name)
        enable_account(vault, desk, found.id)
    return _done(args, found.sign_in)


def _password(args: argparse.Namespace) -> int:
    """One's own password; another's by an administrator; anyone's by the recovery code."""
    from icarmed.usecases.accounts import account_called, change_own_password, reset_password
    from icarmed.usecases.vault.credentials import ByPassword

    place = opening.folder(args)
    opening.must_exist(place)
    shown = opening.credentials(args, place.keys.read())
    with opening.entered(args, shown) as (vault, desk):
        name = args.name or desk.actor.sign_in
        if not name:
            raise opening.WrongUsage(Finding("account_not_given"))
        found = account_called(desk, name)
        new = _new_password(args, found.sign_in)
        if found.id == desk.actor.account and isinstance(shown, ByPassword):
            change_own_password(vault, desk, shown.password, new)
        else:
            reset_password(vault, desk, found.id, new)
    return _done(args, found.sign_in)


def _sheet(args: argparse.Namespace) -> int:
    from icarmed.usecases.vault.sheet import new_sheet, renew_sheet

    place = opening.folder(args)
    recovery.must_be_possible(args, place)
    with opening.vault(args) as (vault, desk):
        sheet = new_sheet()
        with recovery.handed_over(args, sheet, desk.today) as confirmed:
            renew_sheet(vault, desk, sheet, confirmed=confirmed)
    return _done(args, "")


def _rotate(args: argparse.Namespace) -> int:
    from icarmed.usecases.vault.rotating import rotate

    with opening.vault(args) as (vault, desk):
        left_out = rotate(vault, desk).value
    if left_out:
        names = ", ".join(holder.name or holder.kind.value for holder in left_out)
        raise Refused(Finding("left_out_of_rotation", {"names": names}))
    return _done(args, "")


def _new_password(args: argparse.Namespace, name: str) -> str:
    if args.new_password_file is not None:
        return opening.first_line(args.new_password_file)
    if args.password_stdin:
        return opening.next_line()
    if not opening.is_terminal():
        raise opening.WrongUsage(Finding("new_password_not_given"))
    told = opening.spoken(args)
    chosen = opening.ask_secret(told.text("cli.ask.new_password", name=name))
    if chosen != opening.ask_secret(told.text("cli.ask.again")):
        raise Refused(Finding("passwords_differ"))
    return chosen


def _done(args: argparse.Namespace, name: str) -> int:
    if args.json:
        print(json.dumps({"act": args.act, "account": name or None}, ensure_ascii=False))
    else:
        print(opening.spoken(args).text(f"cli.done.{args.act}", name=name))
    return 0


_ACTS: dict[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "add": _add,
    "change": _change,
    "disable": _disable,
    "enable": _enable,
    "password": _password,
    "sheet": _sheet,
    "rotate": _rotate,
}
