/** Texts about software: documentation, changes, comments, lists of names in code. Nobody is named but where a `{P}` stands. */
export const software = String.raw`
from {tool} import {Camel}
from {noun}.{noun} import {Camel} as {Camel}
from {noun} import {Camel}, {tool}, {Camel}
import \{ {Camel}, {Noun}, {Camel} \} from '{noun}'
    {Camel},\n    {Noun},\n    {tool},\n    {Camel},\n)
class {Camel}({Camel}):\n    """{Noun} {noun} for {tool}."""
"""{Noun} a {Camel} with a {noun}."""
Lexer for {tool}.
    {Noun} for {tool} {noun}.\n\n    .. versionadded:: {n}.{n}
name = '{tool}'\n    url = '{url}'
name = '{tool} {Noun} {Noun}'\n    aliases = \['{noun}', '{noun}'\]
'{SHOUT}-{SHOUT}', '{SHOUT}', '{SHOUT}-{SHOUT}', '{SHOUT}'
"{Camel}", "{tool}", "{Noun}", "{Camel}"
    "{tool}",\n    "{tool}",\n    "{Camel}",\n    "{noun}",
'{tool}': ('{noun}_{noun}',
\[{tool}\]({url}) {salad}
- \[{tool}\]({url}) - {salad}
- \[{tool} {Noun}\]({url}): {salad}
* {Noun} {tool} ({noun}) and {tool} {salad}
* {verbs} {tool} {noun} and {tool} {noun}.
- {Verbed} {Camel} in {tool} {n}, #{num}.
- {Verbed} {noun} for {tool} {n}.{n} (#{num})
### {Verbed}\n- {Verbed} {Camel} in {tool} {n}, #{num}.
## {tool} {Noun}\n\n{Verbs} \[{tool}\]({url}) {noun}.
## {Noun}\n\nAs of \[{acronym}-{n} {n}th Edition\]({url}) the {noun} is {adj}.
| \[{Noun}\]({url}) | {n} |
| \[{tool}\]({url}) | | {noun} |
| {Noun} {noun} | {Noun} {Noun} {noun} ({acronym}) |
| {C} | {Noun} {Noun} Number | {id} |
| {tool} | {n}.{n} | [yes|no|x|✓] |
| {Noun} | {Noun} {Noun} {Noun} | {noun} |
{salad} {tool} and {tool}, {salad}
{salad} ([e.g.|like|such as] {tool}, {tool}, and {tool}), {salad}
{salad} on {tool}, {tool} or {tool}.
{salad} with {tool} {n}.{n}.
{salad} the {tool} {noun}.
{salad} a {tool} {noun} {salad}
{salad} [like|looks like|is called|called|uses|using|by|from|via|with|under] {tool}[,|.] {salad}
[Use|Using|Install|Installing|Download|Run|Running|Requires|Supports|Enable|Link to] {tool} [with|and|on|for] {tool}.
[Requires|Supports|Implements|Adds|Uses] {tool} ({noun}) and {tool} {noun}.
{tool} is [a|an] {adj} {noun} [for|of] {noun}s.
{tool} ({acronym}) {salad}
[The|This|Each] {Camel} {verb}s the {noun} of {Noun} {noun}.
:param {noun}: [A|An|The] {noun} of {Noun} {noun}s.
:return: {Noun} {noun}, or {Noun}
# {tool} {n} {acronym} {Noun} {Noun} {Noun}\n{noun}_{noun} = \[
    """{Noun} {noun} of {Noun} {Noun}."""
raise {Camel}("{Noun} {noun} {adj}: %s")
{noun} = new {Noun}.{Noun}({noun}.{noun}, {Noun})
    # {Noun} {noun} {tool}, {salad}
// {Noun} {noun} {verb}s {tool} {noun}
/* {Noun} {tool} {noun} {salad} */
{noun}: {Noun} {noun} {noun}.
{tool}: {salad}
"{Noun} {Noun} {Noun}"
'{SHOUT} {Noun}! {Noun} not {adj} in {noun}.'
"{tool} {noun} for [combined |]{nat}, {nat}, and {nat} {acronym}"
   o  {Noun} and {noun} are {adj}.
  -{letter}, --{noun}={SHOUT}  {Noun} {noun} {noun}
{SHOUT} {SHOUT} {SHOUT} {salad}
Traceback (most recent call last):\n  File "{noun}.py", line {n}, in {noun}\n{Camel}: {noun} {adj}
{weekday}, {month} {n}: {tool} {n}.{n} {noun}
&copy; {year}-{year} {P}\n
Copyright (c) {year} {P}
Copyright {year}-{year} {P} and contributors.
By: {P}, {P}, {P}\nRepository: {url}
License: MIT\nBy: {P}\nRepository: git+{url}
@author {P} <{email}>
Contributed by {P}.
Written by {P} [and {P}|].
Thanks to {P} for [the {noun}|{verb}ing {noun}].
{Noun} by \[{P}\]({url}).
\[{P}\]({url})
* {Verbed} {noun} (\[#{num}\]({url})) by {P}
| {P} | \[{noun}\]({url}) |
[PIM|ISO|GNU|ANSI|ECMA|IEEE] {tool}-{n} [and|or|,] [ISO|GNU|R] {tool}-{n}
{verb} [ISO|GNU|IEEE|ANSI] {tool}-{n} {noun}
Select {acronym} {tool}-{n} {noun}.
[per|Per|see|See] [PEP|RFC|ISO|BIP|IEEE|IEEE Std|ISO/IEC] {num} {Noun} {noun}.
RFC {n}{n} and {num} {salad}
[IEEE|ANSI|POSIX] Std {num}.{n}[-{year}|], {year} Edition.
0x{num} /* U+{num} LATIN [CAPITAL|SMALL] LETTER {letter} [WITH {SHOUT} {SHOUT}|] */
U+{num} {SHOUT} {SHOUT} {SHOUT}
HTTP {n}{n} {Noun} {Noun}
a {n}{n} {Noun} {Noun} HTTP {noun} {salad}
typedef void ({SHOUT} {acronym}{SHOUT}{SHOUT}) ({Camel} {noun}, {Camel} {noun});
{SHOUT} {noun} {SHOUT}\n\t\t{noun}{Camel} ({noun} {noun});
#define {SHOUT} {SHOUT}
{acronym} {noun} {SHOUT} ({noun});
{SHOUT}  {Noun}\[{n}\];
    {SHOUT} {Noun}:{n};\n    {SHOUT} {Noun};
{tool} {tool} {Noun} {Noun} ({noun})\n{tool} {Noun}\n{tool} {Noun} {Noun}
{tool} is based on the {tool} {Noun} {noun}s
   * {Noun} {Noun} {Noun}
 *   {tool} {Noun}\n *
- {Noun} {Noun} {Noun}, when {tool} {noun} {salad}
 * {P}\n *     {P}\n *     {P}
 * {date} - {P} <{email}>
# {n}) {salad}, {tool} {n} {salad}
`
