"""Everything that can go wrong, as one tree.

::

    OnRecordError
    ├── SpanError       (ValueError)    offsets that are no range, or leave the text
    ├── TextError       (ValueError)    text that cannot be kept as it is
    ├── MetadataError   (ValueError)    a date or another fact that is not one
    ├── StatementError  (ValueError)    findings that make no statement
    ├── ShapeError      (ValueError)    arrays that do not fit each other
    ├── FormatError     (ValueError)    a file that is not what its format says
    ├── LimitError      (ValueError)    more bytes, depth or time than one article may take
    ├── ExtraError      (ImportError)   a library that an extra brings is not installed
    ├── AddressError    (OSError)       what cannot, or must not, be fetched or listened at
    ├── TableError      (ValueError)    a table of people that cannot be read
    ├── LineError       (ValueError)    a line of JSON that holds no article or statement
    ├── OutputError     (OSError)       a file that cannot, or must not, be written
    ├── WeightsError    (RuntimeError)  shipped weights missing or of another format
    ├── QuestionError   (ValueError)    a search that cannot be understood
    ├── CorrectionError (ValueError)    a correction that makes no sense
    ├── UnknownError    (LookupError)   no such statement, article or correction on record
    ├── TokenError      (ValueError)    a token file, or a name in it, that makes no sense
    ├── AccountError    (ValueError)    an account that is missing or makes no sense
    └── RecordError     (OSError)       a record that cannot be used
        ├── LockedError     (TimeoutError)     another program holds it for too long
        ├── ReadOnlyError   (PermissionError)  it may not be written to
        ├── FullError                          the disk is full
        ├── SchemaError                        made by a newer onrecord
        ├── ForeignError                       a file or database that is no record
        └── DamagedError                       its bytes make no sense any more

A bad *article* is no exception but a value: `onrecord.types.failure.Failure`.
"""

__all__ = [
    "AccountError",
    "AddressError",
    "CorrectionError",
    "DamagedError",
    "ExtraError",
    "ForeignError",
    "FormatError",
    "FullError",
    "LimitError",
    "LineError",
    "LockedError",
    "MetadataError",
    "OnRecordError",
    "OutputError",
    "QuestionError",
    "ReadOnlyError",
    "RecordError",
    "SchemaError",
    "ShapeError",
    "SpanError",
    "StatementError",
    "TableError",
    "TextError",
    "TokenError",
    "UnknownError",
    "WeightsError",
]


class OnRecordError(Exception):
    """The base of every error that this package raises on purpose."""


class SpanError(OnRecordError, ValueError):
    """Offsets that are no half-open range, or that leave the text."""


class TextError(OnRecordError, ValueError):
    """Text that cannot be kept as it is (lone surrogates)."""


class MetadataError(OnRecordError, ValueError):
    """A fact about an article that is not one (a date that no calendar has)."""


class StatementError(OnRecordError, ValueError):
    """Findings that do not make a statement (no content, confidence above 1)."""


class ShapeError(OnRecordError, ValueError):
    """Arrays whose shapes do not fit each other."""


class FormatError(OnRecordError, ValueError):
    """A file that is not what its format says (truncated, no such element)."""


class LimitError(OnRecordError, ValueError):
    """Input that would take more bytes, depth or time than one article may."""


class ExtraError(OnRecordError, ImportError):
    """What was asked for needs a package of an extra that is not installed."""


class AddressError(OnRecordError, OSError):
    """An address that cannot be fetched or listened at, or must not be."""


class TableError(OnRecordError, ValueError):
    """A table given by the user that is not what it should be."""


class LineError(OnRecordError, ValueError):
    """A line of JSON that does not hold the article or statement it should."""


class OutputError(OnRecordError, OSError):
    """A file that cannot be written, or must not be as it holds other work."""


class WeightsError(OnRecordError, RuntimeError):
    """Shipped weights that are missing, damaged, or of another format."""


class QuestionError(OnRecordError, ValueError):
    """A search that cannot be understood (a quotation mark left open)."""


class CorrectionError(OnRecordError, ValueError):
    """A correction that makes no sense (an act that there is none of)."""


class UnknownError(OnRecordError, LookupError):
    """A statement, article or correction that the record does not have."""


class AccountError(OnRecordError, ValueError):
    """An account that there is none of, or that makes no sense (an empty name)."""


class TokenError(OnRecordError, ValueError):
    """A file of tokens that cannot be used, or a name that has one already."""


class RecordError(OnRecordError, OSError):
    """A record that cannot be used, for any reason."""


class LockedError(RecordError, TimeoutError):
    """Another program has been writing to the record for too long."""


class ReadOnlyError(RecordError, PermissionError):
    """A record that may be read but not written to."""


class FullError(RecordError):
    """The disk has no room left; what was asked for did not happen."""


class SchemaError(RecordError):
    """A record whose tables this version does not know."""


class ForeignError(RecordError):
    """A file that is no database, or a database that is no record."""


class DamagedError(RecordError):
    """A record whose bytes make no sense any more."""
