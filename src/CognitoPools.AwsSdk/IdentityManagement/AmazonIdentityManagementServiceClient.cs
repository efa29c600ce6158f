using System.Threading;
using System.Threading.Tasks;
using Amazon.IdentityManagement.Internal;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.StandIn;

namespace Amazon.IdentityManagement;

/// <summary>Calls the service. Thread-safe.</summary>
public partial class AmazonIdentityManagementServiceClient : AmazonServiceClient, IAmazonIdentityManagementService
{
    private static readonly IServiceMetadata Metadata = new IdentityManagementMetadata();
    private static readonly Protocol Wire = new QueryProtocol("2010-05-08", "Amazon.IdentityManagement", IdentityManagementErrors.Table);

    private IIdentityManagementPaginatorFactory paginators;

    /// <summary>Uses the credentials and the Region that the SDK finds.</summary>
    public AmazonIdentityManagementServiceClient()
        : base(new AmazonIdentityManagementServiceConfig())
    {
    }

    /// <summary>Uses the credentials that the SDK finds.</summary>
    /// <param name="region">The Region.</param>
    public AmazonIdentityManagementServiceClient(RegionEndpoint region)
        : base(new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the credentials that the SDK finds.</summary>
    /// <param name="config">The settings.</param>
    public AmazonIdentityManagementServiceClient(AmazonIdentityManagementServiceConfig config)
        : base(config)
    {
    }

    /// <summary>Uses the given credentials and the Region that the SDK finds.</summary>
    /// <param name="credentials">The credentials.</param>
    public AmazonIdentityManagementServiceClient(AWSCredentials credentials)
        : this(credentials, new AmazonIdentityManagementServiceConfig())
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="region">The Region.</param>
    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig clientConfig)
        : base(credentials, clientConfig)
    {
    }

    /// <summary>Uses the given keys and the Region that the SDK finds.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonIdentityManagementServiceConfig())
    {
    }

    /// <summary>Uses the given keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="region">The Region.</param>
    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonIdentityManagementServiceConfig { RegionEndpoint = region })
    {
    }

    /// <summary>Uses the given keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonIdentityManagementServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    /// <summary>Uses the given temporary keys.</summary>
    /// <param name="awsAccessKeyId">The access key's id.</param>
    /// <param name="awsSecretAccessKey">The secret access key.</param>
    /// <param name="awsSessionToken">The session token.</param>
    /// <param name="clientConfig">The settings.</param>
    public AmazonIdentityManagementServiceClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonIdentityManagementServiceConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    /// <inheritdoc/>
    public IIdentityManagementPaginatorFactory Paginators => paginators ?? (paginators = new IdentityManagementPaginatorFactory(this));

    /// <inheritdoc/>
    protected override IServiceMetadata ServiceMetadata => Metadata;

    /// <inheritdoc/>
    public virtual Task<CreateRoleResponse> CreateRoleAsync(CreateRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<CreateRoleResponse>(request, Wire.Operation<CreateRoleResponse>("CreateRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRoleResponse>(request, Wire.Operation<GetRoleResponse>("GetRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolesResponse> ListRolesAsync(CancellationToken cancellationToken = default) =>
        ListRolesAsync(new ListRolesRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolesResponse> ListRolesAsync(ListRolesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRolesResponse>(request, Wire.Operation<ListRolesResponse>("ListRoles"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UpdateAssumeRolePolicyResponse> UpdateAssumeRolePolicyAsync(UpdateAssumeRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UpdateAssumeRolePolicyResponse>(request, Wire.Operation<UpdateAssumeRolePolicyResponse>("UpdateAssumeRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<PutRolePolicyResponse> PutRolePolicyAsync(PutRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<PutRolePolicyResponse>(request, Wire.Operation<PutRolePolicyResponse>("PutRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetRolePolicyResponse> GetRolePolicyAsync(GetRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetRolePolicyResponse>(request, Wire.Operation<GetRolePolicyResponse>("GetRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListRolePoliciesResponse> ListRolePoliciesAsync(ListRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListRolePoliciesResponse>(request, Wire.Operation<ListRolePoliciesResponse>("ListRolePolicies"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRolePolicyResponse> DeleteRolePolicyAsync(DeleteRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRolePolicyResponse>(request, Wire.Operation<DeleteRolePolicyResponse>("DeleteRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<AttachRolePolicyResponse> AttachRolePolicyAsync(AttachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<AttachRolePolicyResponse>(request, Wire.Operation<AttachRolePolicyResponse>("AttachRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DetachRolePolicyResponse> DetachRolePolicyAsync(DetachRolePolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DetachRolePolicyResponse>(request, Wire.Operation<DetachRolePolicyResponse>("DetachRolePolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListAttachedRolePoliciesResponse> ListAttachedRolePoliciesAsync(ListAttachedRolePoliciesRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListAttachedRolePoliciesResponse>(request, Wire.Operation<ListAttachedRolePoliciesResponse>("ListAttachedRolePolicies"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyResponse> GetPolicyAsync(GetPolicyRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPolicyResponse>(request, Wire.Operation<GetPolicyResponse>("GetPolicy"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetPolicyVersionResponse> GetPolicyVersionAsync(GetPolicyVersionRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetPolicyVersionResponse>(request, Wire.Operation<GetPolicyVersionResponse>("GetPolicyVersion"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<DeleteRoleResponse> DeleteRoleAsync(DeleteRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<DeleteRoleResponse>(request, Wire.Operation<DeleteRoleResponse>("DeleteRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<TagRoleResponse> TagRoleAsync(TagRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<TagRoleResponse>(request, Wire.Operation<TagRoleResponse>("TagRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<UntagRoleResponse> UntagRoleAsync(UntagRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<UntagRoleResponse>(request, Wire.Operation<UntagRoleResponse>("UntagRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListInstanceProfilesForRoleResponse> ListInstanceProfilesForRoleAsync(ListInstanceProfilesForRoleRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListInstanceProfilesForRoleResponse>(request, Wire.Operation<ListInstanceProfilesForRoleResponse>("ListInstanceProfilesForRole"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListOpenIDConnectProvidersResponse> ListOpenIDConnectProvidersAsync(ListOpenIDConnectProvidersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListOpenIDConnectProvidersResponse>(request, Wire.Operation<ListOpenIDConnectProvidersResponse>("ListOpenIDConnectProviders"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetOpenIDConnectProviderResponse> GetOpenIDConnectProviderAsync(GetOpenIDConnectProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetOpenIDConnectProviderResponse>(request, Wire.Operation<GetOpenIDConnectProviderResponse>("GetOpenIDConnectProvider"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSAMLProvidersResponse> ListSAMLProvidersAsync(CancellationToken cancellationToken = default) =>
        ListSAMLProvidersAsync(new ListSAMLProvidersRequest(), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<ListSAMLProvidersResponse> ListSAMLProvidersAsync(ListSAMLProvidersRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<ListSAMLProvidersResponse>(request, Wire.Operation<ListSAMLProvidersResponse>("ListSAMLProviders"), cancellationToken);

    /// <inheritdoc/>
    public virtual Task<GetSAMLProviderResponse> GetSAMLProviderAsync(GetSAMLProviderRequest request, CancellationToken cancellationToken = default) =>
        InvokeAsync<GetSAMLProviderResponse>(request, Wire.Operation<GetSAMLProviderResponse>("GetSAMLProvider"), cancellationToken);

    /// <inheritdoc/>
    public Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new Amazon.Runtime.Endpoints.ServiceOperationEndpointParameters(request));

    /// <inheritdoc/>
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new IdentityManagementEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new IdentityManagementAuthResolver());
    }
}
