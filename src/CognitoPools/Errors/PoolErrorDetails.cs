using System.Management.Automation;

namespace CognitoPools.Errors;

/// <summary>What an error says: the cause, and the cure as recommended action.</summary>
/// <remarks>
/// PowerShell 7.5 and later print the recommended action below the message
/// (https://github.com/PowerShell/PowerShell/pull/20826). Where they do, the message leaves it out, so that nobody
/// reads it twice; as text the details have both everywhere.
/// </remarks>
internal sealed class PoolErrorDetails : ErrorDetails
{
    private static readonly Version PrintsTheCure = new(7, 5);

    private readonly string text;

    public PoolErrorDetails(string cause, string cure)
        : this(cause, cure, typeof(PSObject).Assembly.GetName().Version)
    {
    }

    internal PoolErrorDetails(string cause, string cure, Version engine)
        : base(engine >= PrintsTheCure ? cause : Both(cause, cure)) => (RecommendedAction, text) = (cure, Both(cause, cure));

    public override string ToString() => text;

    private static string Both(string cause, string cure) => cure.Length == 0 ? cause : $"{cause} {cure}";
}
