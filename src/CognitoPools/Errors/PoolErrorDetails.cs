using System.Management.Automation;

namespace CognitoPools.Errors;

/// <summary>The cause of an error, and the cure as recommended action.</summary>
/// <remarks>
/// PowerShell 7.5 and later print the recommended action below the message
/// (https://github.com/PowerShell/PowerShell/pull/20826). The message then omits the cure, so that it is not shown twice.
/// <see cref="ToString"/> returns both on every engine.
/// </remarks>
internal sealed class PoolErrorDetails : ErrorDetails
{
    private static readonly Version PrintsTheCure = new(7, 5);

    public PoolErrorDetails(string cause, string cure)
        : this(cause, cure, typeof(PSObject).Assembly.GetName().Version)
    {
    }

    internal PoolErrorDetails(string cause, string cure, Version engine)
        : base(engine >= PrintsTheCure ? cause : Both(cause, cure)) =>
        (RecommendedAction, Text, IsCureApart) = (cure, Both(cause, cure), engine >= PrintsTheCure && cure.Length > 0);

    /// <summary>Cause and cure.</summary>
    public string Text { get; }

    /// <summary>Whether the message omits the cure.</summary>
    public bool IsCureApart { get; }

    public override string ToString() => Text;

    private static string Both(string cause, string cure) => cure.Length == 0 ? cause : $"{cause} {cure}";
}
