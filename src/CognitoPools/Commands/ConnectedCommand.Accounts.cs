using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Sessions;

namespace CognitoPools.Commands;

public abstract partial class ConnectedCommand
{
    private PoolAccount? account;

    /// <summary>The account that the parameters name, else this runspace's, else that of AWS.Tools' variables or of the
    /// SDK's own credential chain.</summary>
    private protected PoolAccount Account
    {
        get
        {
            if (account is null)
            {
                account = FindAccount();
                if (account.PlainHttpWarning() is { } warning)
                    Reporter.Warning(warning);
            }
            return account;
        }
    }

    /// <summary>The connection to use for an item: an object's own, so that a sandbox object never reaches AWS nor the
    /// reverse. A default of $PSDefaultParameterValues counts only where no object says the account.</summary>
    private protected AccountConnection ConnectionFor(AccountConnection? own)
    {
        if (own is null || IsGiven(nameof(Connection)))
            return Account.Connection;
        string[] choices = [nameof(ProfileName), nameof(Credential), nameof(EndpointUrl)];
        if (Array.Find(choices, IsGiven) is not { } chosen)
            return own;
        var origin = IsGiven(nameof(Credential)) ? OriginOf(Credential!) : null;
        if (own.SandboxIdentity != origin?.SandboxIdentity)
        {
            throw new InvalidSettingException(
                chosen, null,
                own.IsSandbox
                    ? "it cannot be used with an object of the sandbox."
                    : "credentials of a sandbox cannot be used with an object of AWS.",
                "Specify the name or the id instead of the object.");
        }
        return Account.Connection;
    }

    private PoolAccount FindAccount()
    {
        // What was given for this call comes before a default of $PSDefaultParameterValues.
        var connection = Unless(nameof(Connection), Connection, nameof(ProfileName), nameof(Credential), nameof(EndpointUrl));
        var profile = Unless(nameof(ProfileName), ProfileName, nameof(Connection), nameof(Credential));
        var credential = Unless(nameof(Credential), Credential, nameof(Connection), nameof(ProfileName));
        var endpoint = Unless(nameof(EndpointUrl), EndpointUrl, nameof(Connection));
        Combination.NotWith(
            nameof(Connection),
            connection is not null,
            (nameof(ProfileName), profile is not null),
            (nameof(Credential), credential is not null),
            (nameof(EndpointUrl), endpoint is not null));
        Combination.NotWith(nameof(ProfileName), profile is not null, (nameof(Credential), credential is not null));
        if (connection is not null)
            return connection;
        if (credential is not null && OriginOf(credential) is { } origin)
            return WithCredential(origin, credential, endpoint);
        if (profile is not null || credential is not null || endpoint is not null)
        {
            var session = profile is null ? AwsToolsSession.Read(this) : null;
            return new PoolAccount(AccountConnection.Open(new AccountOptions
            {
                ProfileName = profile,
                EndpointUrl = endpoint,
                Region = Region ?? session?.Region,
                Credentials = credential is null ? session?.Credentials() : ReadCredential(credential),
            }));
        }
        var state = RunspaceState.Current;
        if (state.Connected is { } connected)
            return connected;
        // Whoever works in a sandbox does not expect that a part of the work reaches AWS.
        if (state.IsSandboxElsewhere)
            throw new PoolException(PoolErrorId.NoAccountInRunspace);
        return state.Implicit(AwsToolsSession.Read(this));
    }

    private T? Unless<T>(string parameter, T? value, params string[] stronger)
        where T : class =>
        value is not null && Array.Exists(stronger, IsGiven) && !IsGiven(parameter) ? null : value;

    /// <summary>The account that a credential of a pool's user came from.</summary>
    private static AccountConnection? OriginOf(object credential)
    {
        if (!CredentialArgument.IsOfUnknownSandbox(credential))
            return CredentialArgument.Origin(credential);
        return RunspaceState.Current.Connected is { IsSandbox: true } sandbox
            ? sandbox.Connection
            : throw new InvalidSettingException(
                nameof(Credential), null, "the access key is one of a sandbox, and this runspace is not connected to a sandbox.",
                "Connect to the sandbox, or specify credentials of AWS.");
    }

    private PoolAccount WithCredential(AccountConnection origin, object credential, Uri? endpoint)
    {
        if (endpoint is not null && origin.IsSandbox)
        {
            throw new InvalidSettingException(
                nameof(EndpointUrl), null, "it cannot be used with credentials of a sandbox.", "Omit -EndpointUrl.");
        }
        return PoolAccount.Of(origin.With(ReadCredential(credential), Region, endpoint));
    }

    private AWSCredentials ReadCredential(object credential) =>
        CredentialArgument.Read(credential, accessKey => SecretKeyQuestion.Ask(this, accessKey));
}
