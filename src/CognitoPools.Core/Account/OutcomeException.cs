namespace CognitoPools.Account;

/// <summary>Says what came of a change whose answer was lost, or that was done before its command was stopped.</summary>
public sealed class OutcomeException : Exception
{
    /// <summary>Says what came of it.</summary>
    /// <param name="message">What is known, in one sentence.</param>
    /// <param name="cure">How to find out the rest, or to go on.</param>
    /// <param name="isKnown">Whether it is known that the change was made.</param>
    /// <param name="cause">Why the answer was lost.</param>
    public OutcomeException(string message, string cure, bool isKnown, Exception cause)
        : base(message, cause) => (Cure, IsKnown) = (cure, isKnown);

    /// <summary>How to find out the rest, or to go on.</summary>
    public string Cure { get; }

    /// <summary>Whether it is known that the change was made.</summary>
    public bool IsKnown { get; }
}
