"""Plain values as YAML that people like to edit: short records on one line, dates unquoted."""

from typing import Any

import yaml

from publishing.sources import PlainYaml

_LONGEST_LINE = 96


class _Dumper(PlainYaml, yaml.SafeDumper):
    """Quotes only what our own reader would otherwise take for something else."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ARG002
        return super().increase_indent(flow, indentless=False)


def _is_flat(value: Any) -> bool:
    return all(not isinstance(item, dict | list) for item in value.values())


def _represent_dict(dumper: _Dumper, value: dict[str, Any]) -> yaml.Node:
    node = dumper.represent_mapping("tag:yaml.org,2002:map", value.items())
    length = sum(len(str(key)) + len(str(item)) + 4 for key, item in value.items())
    node.flow_style = _is_flat(value) and length < _LONGEST_LINE and len(value) > 1
    return node


def _represent_list(dumper: _Dumper, value: list[Any]) -> yaml.Node:
    node = dumper.represent_sequence("tag:yaml.org,2002:seq", value)
    node.flow_style = not any(isinstance(item, dict | list) for item in value)
    return node


_Dumper.add_representer(dict, _represent_dict)
_Dumper.add_representer(list, _represent_list)


def to_yaml(value: dict[str, Any]) -> str:
    """Write a record; reading it back with our reader gives the same value.

    >>> print(to_yaml({"adhesion": {"date": "2021-04-20", "kind": "group"}}), end="")
    adhesion: {date: 2021-04-20, kind: group}
    """
    return str(yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=4000))
