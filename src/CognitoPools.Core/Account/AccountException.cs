namespace CognitoPools.Account;

/// <summary>Why a connection to an account cannot be created or used.</summary>
public enum AccountFault
{
    /// <summary>No credentials were found anywhere.</summary>
    NoCredentials,

    /// <summary>No Region was specified or configured.</summary>
    NoRegion,

    /// <summary>No profile has this name.</summary>
    UnknownProfile,

    /// <summary>The Region's name is not well formed.</summary>
    InvalidRegion,

    /// <summary>The endpoint is not an absolute http or https address, or contradicts another setting.</summary>
    InvalidEndpoint,
}

/// <summary>The settings of the account are not sufficient for a call. The message names the value, the cause and the
/// remedy.</summary>
public sealed class AccountException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is missing or wrong.</param>
    /// <param name="message">The value, the cause and the remedy.</param>
    /// <param name="inner">The exception of the SDK, if any.</param>
    public AccountException(AccountFault reason, string message, Exception? inner = null)
        : base(ShownText.Of(message), inner) => Reason = reason;

    /// <summary>What is missing or wrong.</summary>
    public AccountFault Reason { get; }
}
