namespace CognitoPools.SignIn;

/// <summary>A sign-in that the service refused, with what is wrong and with which setting, in a user's words. It never
/// holds a token.</summary>
public sealed class SignInException : Exception
{
    /// <summary>Explains a refusal.</summary>
    /// <param name="id">The error's id.</param>
    /// <param name="message">What is wrong, in a sentence or two.</param>
    /// <param name="cure">The command or step that solves the problem.</param>
    /// <param name="refusal">The service's exception; null if the service was not called.</param>
    public SignInException(string id, string message, string cure, Exception? refusal) : base($"{message} {cure}", refusal) =>
        (Id, Explanation, Cure) = (id, message, cure);

    /// <summary>The error's id.</summary>
    public string Id { get; }

    /// <summary>What is wrong.</summary>
    public string Explanation { get; }

    /// <summary>How to solve the problem.</summary>
    public string Cure { get; }
}
