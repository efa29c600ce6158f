using System.Reflection;
using Amazon.Runtime;

namespace CognitoPools.Account;

/// <summary>
/// Credentials of another copy of the AWS SDK, such as that of AWS.Tools, whose types differ from this module's types
/// although they have the same names. They are read again for every request, as the SDK does, so that sessions can
/// renew themselves.
/// </summary>
public sealed class ForeignCredentials : AWSCredentials
{
    private const BindingFlags Open = BindingFlags.Instance | BindingFlags.Public;

    private readonly object source;
    private readonly MethodInfo get;
    private readonly MethodInfo? getAsync;

    private ForeignCredentials(object source, MethodInfo get, MethodInfo? getAsync) =>
        (this.source, this.get, this.getAsync) = (source, get, getAsync);

    /// <summary>Reads an object as credentials: those of this SDK, of another copy, or the AWSPSCredentials of
    /// Set-AWSCredential. Null for any other object.</summary>
    /// <param name="value">The object.</param>
    public static AWSCredentials? From(object? value)
    {
        if (value is null or AWSCredentials)
            return value as AWSCredentials;
        var type = value.GetType();
        if (type.FullName == "Amazon.PowerShell.Common.AWSPSCredentials")
            return From(type.GetProperty("Credentials", Open | BindingFlags.NonPublic)?.GetValue(value));
        var get = type.GetMethod("GetCredentials", Open, null, Type.EmptyTypes, null);
        if (get is null || !IsKeys(get.ReturnType))
            return null;
        var getAsync = type.GetMethod("GetCredentialsAsync", Open, null, Type.EmptyTypes, null);
        return new ForeignCredentials(
            value,
            get,
            getAsync is { ReturnType: { IsGenericType: true } task }
                && typeof(Task).IsAssignableFrom(task)
                && IsKeys(task.GetGenericArguments()[0])
                ? getAsync
                : null);
    }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials()
    {
        try
        {
            return Keys(get.Invoke(source, null));
        }
        catch (Exception exception) when (exception is not AccountException)
        {
            throw Unreadable(exception);
        }
    }

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        if (getAsync is null)
            return await Task.Run(GetCredentials).ConfigureAwait(false);
        try
        {
            var reading = (Task)getAsync.Invoke(source, null)!;
            await reading.ConfigureAwait(false);
            return Keys(reading.GetType().GetProperty("Result")!.GetValue(reading));
        }
        catch (Exception exception) when (exception is not AccountException)
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>The kind of credentials, without their contents.</summary>
    public override string ToString() => source.GetType().Name;

    private static bool IsKeys(Type type) =>
        Array.TrueForAll(
            ["AccessKey", "SecretKey", "Token"], name => type.GetProperty(name, Open)?.PropertyType == typeof(string));

    private static ImmutableCredentials Keys(object? keys)
    {
        if (keys is null
            || Text("AccessKey") is not { Length: > 0 } accessKey
            || Text("SecretKey") is not { Length: > 0 } secretKey)
        {
            throw new AccountException(
                AccountFault.NoCredentials,
                "The specified credentials are empty (anonymous). Specify credentials with an access key, "
                    + "specify a profile, or sign in again with Set-AWSCredential.");
        }
        return new ImmutableCredentials(accessKey, secretKey, Text("Token") is { Length: > 0 } token ? token : null);

        string? Text(string name) => keys!.GetType().GetProperty(name, Open)!.GetValue(keys) as string;
    }

    private AccountException Unreadable(Exception exception)
    {
        var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
        return new AccountException(AccountFault.NoCredentials,
            $"The specified credentials ({source.GetType().Name}) could not be read: "
                + $"{Sentences.Ended(cause.Message)} Sign in again, for example with Set-AWSCredential, or specify a profile.",
            cause);
    }
}
