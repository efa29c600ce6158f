using System.Management.Automation;

namespace CognitoPools.Errors;

/// <summary>An error of the catalogue. As text, which is what a log takes, it has the cure on every engine; a record of
/// the engine's own type has only the message.</summary>
internal sealed class PoolErrorRecord : ErrorRecord
{
    public PoolErrorRecord(Exception exception, string id, ErrorCategory category, object? target, PoolErrorDetails details)
        : base(exception, id, category, target) => ErrorDetails = details;

    public override string ToString() => ErrorDetails.ToString();
}
