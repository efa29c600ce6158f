namespace CognitoPools.SignIn;

/// <summary>A sign-in that the service refused, with an explanation for users. It never contains a token.</summary>
public sealed class SignInException : Exception
{
    /// <summary>Explains a refusal.</summary>
    /// <param name="id">The error's id.</param>
    /// <param name="message">The problem, in one or two sentences.</param>
    /// <param name="cure">The command or step that solves the problem.</param>
    /// <param name="refusal">The service's exception; null if the service was not called.</param>
    public SignInException(string id, string message, string cure, Exception? refusal) : base($"{message} {cure}", refusal) =>
        (Id, Explanation, Cure) = (id, message, cure);

    /// <summary>The error's id.</summary>
    public string Id { get; }

    /// <summary>The problem.</summary>
    public string Explanation { get; }

    /// <summary>How to solve the problem.</summary>
    public string Cure { get; }
}
