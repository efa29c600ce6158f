using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.CognitoIdentity.Internal;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIn;

namespace Amazon.CognitoIdentity;

/// <summary>Calls the service. Thread-safe.</summary>
public partial class AmazonCognitoIdentityClient : AmazonServiceClient, IAmazonCognitoIdentity
{
    private static readonly IServiceMetadata Metadata = new CognitoIdentityMetadata();
    private static readonly Protocol Wire = new JsonProtocol("AWSCognitoIdentityService", "2014-06-30", "Amazon.CognitoIdentity", CognitoIdentityErrors.Table);

    private ICognitoIdentityPaginatorFactory paginators;

    /// <summary>Uses the credentials and the Region that the SDK finds.</summary>
    public AmazonCognitoIdentityClient()
        : base(new AmazonCognitoIdentityConfig())
    {
    }

    /// <summary>Uses the credentials that the SDK finds.</summary>
    /// <param name="region">The Region.</param>
    public AmazonCognitoIdentityClient(RegionEndpoint region)
        : base(new AmazonCognitoIdentityConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the credentials that the SDK finds.</summary>
    /// <param name="config">The settings.</param>
    public AmazonCognitoIdentityClient(AmazonCognitoIdentityConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials and the Region that the SDK finds.</summary>
    /// <param name="credentials">The credentials.</param>
    public AmazonCognitoIdentityClient(AWSCredentials credentials)
        : this(credentials, new AmazonCognitoIdentityConfig())
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The Region.</param>
    public AmazonCognitoIdentityClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCognitoIdentityConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCognitoIdentityClient(AWSCredentials credentials, AmazonCognitoIdentityConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Uses the given keys and the Region that the SDK finds.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    public AmazonCognitoIdentityClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityConfig())
    {
    }

    /// <summary>Uses the given keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="region">The Region.</param>
    public AmazonCognitoIdentityClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCognitoIdentityConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCognitoIdentityClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCognitoIdentityConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Uses the given temporary keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonCognitoIdentityClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCognitoIdentityConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    public ICognitoIdentityPaginatorFactory Paginators => paginators ?? (paginators = new CognitoIdentityPaginatorFactory(this));

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<CreateIdentityPoolResponse> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateIdentityPoolResponse>(request, Wire.Operation<CreateIdentityPoolResponse>("CreateIdentityPool"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(DeleteIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteIdentitiesResponse>(request, Wire.Operation<DeleteIdentitiesResponse>("DeleteIdentities"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(string identityPoolId, CancellationToken cancellationToken = default) =>
        DeleteIdentityPoolAsync(new DeleteIdentityPoolRequest { IdentityPoolId = identityPoolId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(DeleteIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteIdentityPoolResponse>(request, Wire.Operation<DeleteIdentityPoolResponse>("DeleteIdentityPool"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeIdentityResponse> DescribeIdentityAsync(string identityId, CancellationToken cancellationToken = default) =>
        DescribeIdentityAsync(new DescribeIdentityRequest { IdentityId = identityId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeIdentityResponse> DescribeIdentityAsync(DescribeIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeIdentityResponse>(request, Wire.Operation<DescribeIdentityResponse>("DescribeIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(string identityPoolId, CancellationToken cancellationToken = default) =>
        DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest { IdentityPoolId = identityPoolId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DescribeIdentityPoolResponse>(request, Wire.Operation<DescribeIdentityPoolResponse>("DescribeIdentityPool"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(string identityId, CancellationToken cancellationToken = default) =>
        GetCredentialsForIdentityAsync(new GetCredentialsForIdentityRequest { IdentityId = identityId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(string identityId, Dictionary<string, string> logins, CancellationToken cancellationToken = default) =>
        GetCredentialsForIdentityAsync(new GetCredentialsForIdentityRequest { IdentityId = identityId, Logins = logins }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(GetCredentialsForIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetCredentialsForIdentityResponse>(request, Wire.Operation<GetCredentialsForIdentityResponse>("GetCredentialsForIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIdResponse>(request, Wire.Operation<GetIdResponse>("GetId"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(string identityPoolId, CancellationToken cancellationToken = default) =>
        GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = identityPoolId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(GetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetIdentityPoolRolesResponse>(request, Wire.Operation<GetIdentityPoolRolesResponse>("GetIdentityPoolRoles"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(string identityId, CancellationToken cancellationToken = default) =>
        GetOpenIdTokenAsync(new GetOpenIdTokenRequest { IdentityId = identityId }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetOpenIdTokenResponse>(request, Wire.Operation<GetOpenIdTokenResponse>("GetOpenIdToken"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(GetOpenIdTokenForDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetOpenIdTokenForDeveloperIdentityResponse>(request, Wire.Operation<GetOpenIdTokenForDeveloperIdentityResponse>("GetOpenIdTokenForDeveloperIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(GetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPrincipalTagAttributeMapResponse>(request, Wire.Operation<GetPrincipalTagAttributeMapResponse>("GetPrincipalTagAttributeMap"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListIdentitiesResponse>(request, Wire.Operation<ListIdentitiesResponse>("ListIdentities"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListIdentityPoolsResponse>(request, Wire.Operation<ListIdentityPoolsResponse>("ListIdentityPools"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListTagsForResourceResponse>(request, Wire.Operation<ListTagsForResourceResponse>("ListTagsForResource"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(LookupDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<LookupDeveloperIdentityResponse>(request, Wire.Operation<LookupDeveloperIdentityResponse>("LookupDeveloperIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(MergeDeveloperIdentitiesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<MergeDeveloperIdentitiesResponse>(request, Wire.Operation<MergeDeveloperIdentitiesResponse>("MergeDeveloperIdentities"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(string identityPoolId, Dictionary<string, string> roles, CancellationToken cancellationToken = default) =>
        SetIdentityPoolRolesAsync(new SetIdentityPoolRolesRequest { IdentityPoolId = identityPoolId, Roles = roles }, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(SetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetIdentityPoolRolesResponse>(request, Wire.Operation<SetIdentityPoolRolesResponse>("SetIdentityPoolRoles"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(SetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<SetPrincipalTagAttributeMapResponse>(request, Wire.Operation<SetPrincipalTagAttributeMapResponse>("SetPrincipalTagAttributeMap"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagResourceResponse>(request, Wire.Operation<TagResourceResponse>("TagResource"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(UnlinkDeveloperIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UnlinkDeveloperIdentityResponse>(request, Wire.Operation<UnlinkDeveloperIdentityResponse>("UnlinkDeveloperIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UnlinkIdentityResponse>(request, Wire.Operation<UnlinkIdentityResponse>("UnlinkIdentity"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagResourceResponse>(request, Wire.Operation<UntagResourceResponse>("UntagResource"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateIdentityPoolResponse> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateIdentityPoolResponse>(request, Wire.Operation<UpdateIdentityPoolResponse>("UpdateIdentityPool"), cancellationToken);

    /// <inheritdoc/>
    public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new CognitoIdentityEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new CognitoIdentityAuthResolver());
    }
}
