using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.CognitoIdentity.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity;

/// <summary>The service's operations.</summary>
public partial interface IAmazonCognitoIdentity : IAmazonService, IDisposable
{
    /// <summary>Lists page after page.</summary>
    ICognitoIdentityPaginatorFactory Paginators { get; }

    /// <summary>Creates a new identity pool. The identity pool is a store of user identity information that is specific to your Amazon Web Services account.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<CreateIdentityPoolResponse> CreateIdentityPoolAsync(CreateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes identities from an identity pool. You can specify a list of 1-60 identities that you want to delete. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteIdentitiesResponse> DeleteIdentitiesAsync(DeleteIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Deletes an identity pool. Once a pool is deleted, users will not be able to authenticate with the pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(string identityPoolId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an identity pool. Once a pool is deleted, users will not be able to authenticate with the pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeleteIdentityPoolResponse> DeleteIdentityPoolAsync(DeleteIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns metadata related to the given identity, including when the identity was created and any associated linked logins.</summary>
    /// <param name="identityId">The identity's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeIdentityResponse> DescribeIdentityAsync(string identityId, CancellationToken cancellationToken = default);

    /// <summary>Returns metadata related to the given identity, including when the identity was created and any associated linked logins.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeIdentityResponse> DescribeIdentityAsync(DescribeIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets details about a particular identity pool, including the pool name, ID description, creation date, and current number of users.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(string identityPoolId, CancellationToken cancellationToken = default);

    /// <summary>Gets details about a particular identity pool, including the pool name, ID description, creation date, and current number of users.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DescribeIdentityPoolResponse> DescribeIdentityPoolAsync(DescribeIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>Returns credentials for the provided identity ID. Any provided logins will be validated against supported login providers.</summary>
    /// <param name="identityId">The identity's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(string identityId, CancellationToken cancellationToken = default);

    /// <summary>Returns credentials for the provided identity ID. Any provided logins will be validated against supported login providers.</summary>
    /// <param name="identityId">The identity's id.</param>
    /// <param name="logins">Provider names and tokens.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(string identityId, Dictionary<string, string> logins, CancellationToken cancellationToken = default);

    /// <summary>Returns credentials for the provided identity ID. Any provided logins will be validated against supported login providers.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetCredentialsForIdentityResponse> GetCredentialsForIdentityAsync(GetCredentialsForIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Generates (or retrieves) IdentityID. Supplying multiple logins will create an implicit linked account. This is a public API.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetIdResponse> GetIdAsync(GetIdRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets the roles for an identity pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(string identityPoolId, CancellationToken cancellationToken = default);

    /// <summary>Gets the roles for an identity pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetIdentityPoolRolesResponse> GetIdentityPoolRolesAsync(GetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets an OpenID token, using a known Cognito ID. This known Cognito ID is returned by GetId. You can optionally add additional logins for the identity.</summary>
    /// <param name="identityId">The identity's id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(string identityId, CancellationToken cancellationToken = default);

    /// <summary>Gets an OpenID token, using a known Cognito ID. This known Cognito ID is returned by GetId. You can optionally add additional logins for the identity.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetOpenIdTokenResponse> GetOpenIdTokenAsync(GetOpenIdTokenRequest request, CancellationToken cancellationToken = default);

    /// <summary>Registers (or retrieves) a Cognito IdentityId and an OpenID Connect token for a user authenticated by your backend authentication process.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetOpenIdTokenForDeveloperIdentityResponse> GetOpenIdTokenForDeveloperIdentityAsync(GetOpenIdTokenForDeveloperIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Use GetPrincipalTagAttributeMap to list all mappings between PrincipalTags and user attributes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<GetPrincipalTagAttributeMapResponse> GetPrincipalTagAttributeMapAsync(GetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the identities in an identity pool. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ListIdentitiesResponse> ListIdentitiesAsync(ListIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists all of the Cognito identity pools registered for your account. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ListIdentityPoolsResponse> ListIdentityPoolsAsync(ListIdentityPoolsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Lists the tags that are assigned to an Amazon Cognito identity pool. A tag is a label that you can apply to identity pools to categorize and manage them in different ways, such as by purpose, owner, environment, or other criteria.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ListTagsForResourceResponse> ListTagsForResourceAsync(ListTagsForResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Retrieves the IdentityID associated with a DeveloperUserIdentifier or the list of DeveloperUserIdentifier values associated with an IdentityId for an existing identity.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LookupDeveloperIdentityResponse> LookupDeveloperIdentityAsync(LookupDeveloperIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Merges two users having different IdentityIds, existing in the same identity pool, and identified by the same developer provider.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<MergeDeveloperIdentitiesResponse> MergeDeveloperIdentitiesAsync(MergeDeveloperIdentitiesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sets the roles for an identity pool. These roles are used when making calls to GetCredentialsForIdentity action. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="identityPoolId">The pool's id.</param>
    /// <param name="roles">The roles by type; role mappings are dropped.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(string identityPoolId, Dictionary<string, string> roles, CancellationToken cancellationToken = default);

    /// <summary>Sets the roles for an identity pool. These roles are used when making calls to GetCredentialsForIdentity action. You must use Amazon Web Services developer credentials to call this operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SetIdentityPoolRolesResponse> SetIdentityPoolRolesAsync(SetIdentityPoolRolesRequest request, CancellationToken cancellationToken = default);

    /// <summary>You can use this operation to use default (username and clientID) attribute or custom attribute mappings.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SetPrincipalTagAttributeMapResponse> SetPrincipalTagAttributeMapAsync(SetPrincipalTagAttributeMapRequest request, CancellationToken cancellationToken = default);

    /// <summary>Assigns a set of tags to the specified Amazon Cognito identity pool. A tag is a label that you can use to categorize and manage identity pools in different ways, such as by purpose, owner, environment, or other criteria.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<TagResourceResponse> TagResourceAsync(TagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Unlinks a DeveloperUserIdentifier from an existing identity. Unlinked developer users will be considered new identities next time they are seen.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<UnlinkDeveloperIdentityResponse> UnlinkDeveloperIdentityAsync(UnlinkDeveloperIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Unlinks a federated identity from an existing account. Unlinked logins will be considered new identities next time they are seen.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<UnlinkIdentityResponse> UnlinkIdentityAsync(UnlinkIdentityRequest request, CancellationToken cancellationToken = default);

    /// <summary>Removes the specified tags from the specified Amazon Cognito identity pool. You can use this action up to 5 times per second, per account.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<UntagResourceResponse> UntagResourceAsync(UntagResourceRequest request, CancellationToken cancellationToken = default);

    /// <summary>Updates the configuration of an identity pool. If you don't provide a value for a parameter, Amazon Cognito sets it to its default value.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<UpdateIdentityPoolResponse> UpdateIdentityPoolAsync(UpdateIdentityPoolRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    /// <param name="request">The request.</param>
    Amazon.Runtime.Endpoints.Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);
}
