namespace CognitoPools.Account;

/// <summary>Reports the outcome of a change whose answer was lost, or that was done before its command was
/// stopped.</summary>
public sealed class OutcomeException : Exception
{
    /// <summary>Describes the outcome.</summary>
    /// <param name="message">The known facts, in one sentence.</param>
    /// <param name="cure">How to find out the rest, or how to continue.</param>
    /// <param name="isKnown">Whether it is known that the change was made.</param>
    /// <param name="cause">Why the answer was lost.</param>
    public OutcomeException(string message, string cure, bool isKnown, Exception cause)
        : base(message, cause) => (Cure, IsKnown) = (cure, isKnown);

    /// <summary>How to find out the rest, or how to continue.</summary>
    public string Cure { get; }

    /// <summary>Whether it is known that the change was made.</summary>
    public bool IsKnown { get; }
}
