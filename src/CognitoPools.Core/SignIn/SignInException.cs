namespace CognitoPools.SignIn;

/// <summary>A sign-in that the service refused, with what is wrong and with which setting, in a user's words. It never
/// holds a token.</summary>
public sealed class SignInException : Exception
{
    /// <summary>Explains a refusal.</summary>
    /// <param name="id">The error's id.</param>
    /// <param name="message">What is wrong, in a sentence or two.</param>
    /// <param name="cure">The command or the step that repairs it.</param>
    /// <param name="refusal">The service's exception; null where the service was not asked.</param>
    public SignInException(string id, string message, string cure, Exception? refusal) : base($"{message} {cure}", refusal) =>
        (Id, Explanation, Cure) = (id, message, cure);

    /// <summary>The error's id.</summary>
    public string Id { get; }

    /// <summary>What is wrong.</summary>
    public string Explanation { get; }

    /// <summary>What repairs it.</summary>
    public string Cure { get; }
}
