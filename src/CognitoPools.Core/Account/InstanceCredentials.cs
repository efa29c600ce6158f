using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace CognitoPools.Account;

/// <summary>The credentials of the machine's instance role, asked for at the first call. Where there is no instance metadata service the SDK
/// tries for half a minute; two seconds are plenty for a service on the same host.</summary>
internal sealed class InstanceCredentials : AWSCredentials
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly Func<Task<AWSCredentials>> _ask;
    private AWSCredentials? _found;

    public InstanceCredentials(TimeProvider time)
        : this(time, () => new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(null))
    {
    }

    internal InstanceCredentials(TimeProvider time, Func<Task<AWSCredentials>> ask) => (_time, _ask) = (time, ask);

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        _found ??= await AskAsync().ConfigureAwait(false);
        return await _found.GetCredentialsAsync().ConfigureAwait(false);
    }

    private async Task<AWSCredentials> AskAsync()
    {
        try
        {
            // The SDK calls this synchronously, despite the name of the method.
            return await Task.Run(_ask).WaitAsync(Limit, _time).ConfigureAwait(false);
        }
        catch (TimeoutException late)
        {
            throw CredentialSource.None("no instance metadata service answered within 2 seconds", late);
        }
        catch (AmazonClientException nothing)
        {
            throw CredentialSource.None("the instance metadata service gave none", nothing);
        }
    }
}
