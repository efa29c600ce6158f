using Amazon.Runtime;
using CognitoPools.Account;
using CognitoPools.Binding;
using CognitoPools.Errors;
using CognitoPools.Sessions;

namespace CognitoPools.Commands;

public abstract partial class ConnectedCommand
{
    private PoolAccount? account;

    /// <summary>The first of these accounts: that of the parameters, of this runspace, of the variables of AWS.Tools, of the
    /// SDK's credential chain.</summary>
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

    /// <summary>The connection for an item. An object keeps the connection that it came from, so that an object of a sandbox
    /// never reaches AWS, or the reverse. A default of $PSDefaultParameterValues counts only for items without a
    /// connection.</summary>
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
                    ? "cannot be used with an object of the sandbox."
                    : "cannot be used with an object of AWS, because the credentials are from a sandbox.",
                "Specify the name or the id instead of the object.");
        }
        return Account.Connection;
    }

    private PoolAccount FindAccount()
    {
        // An argument of this call has precedence over a default of $PSDefaultParameterValues.
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
        // A script that works in a sandbox must not reach AWS from a parallel runspace by accident.
        if (state.IsSandboxElsewhere)
            throw new PoolException(PoolErrorId.NoAccountInRunspace);
        return state.Implicit(AwsToolsSession.Read(this));
    }

    private T? Unless<T>(string parameter, T? value, params string[] stronger)
        where T : class =>
        value is not null && Array.Exists(stronger, IsGiven) && !IsGiven(parameter) ? null : value;

    /// <summary>The account that the credential of a pool's user came from.</summary>
    private static AccountConnection? OriginOf(object credential)
    {
        if (!CredentialArgument.IsOfUnknownSandbox(credential))
            return CredentialArgument.Origin(credential);
        return RunspaceState.Current.Connected is { IsSandbox: true } sandbox
            ? sandbox.Connection
            : throw new InvalidSettingException(
                nameof(Credential), null, "has an access key of a sandbox, but this runspace is not connected to a sandbox.",
                "Connect to the sandbox, or specify credentials of AWS.");
    }

    private PoolAccount WithCredential(AccountConnection origin, object credential, Uri? endpoint)
    {
        if (endpoint is not null && origin.IsSandbox)
        {
            throw new InvalidSettingException(
                nameof(EndpointUrl), null, "cannot be used with credentials of a sandbox.", "Omit -EndpointUrl.");
        }
        return PoolAccount.Of(origin.With(ReadCredential(credential), Region, endpoint));
    }

    private AWSCredentials ReadCredential(object credential) =>
        CredentialArgument.Read(credential, accessKey => SecretKeyQuestion.Ask(this, accessKey));
}
